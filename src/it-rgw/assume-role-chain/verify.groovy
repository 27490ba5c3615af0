def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'Assumed role behind-runner as maven-app, valid until '
build.shows '5 buckets, as role behind-runner'
build.shows 'Bucket gate passed: 1 rule holds, checked against 5 buckets'
