def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'Bucket gate passed: 1 rule holds, checked against 5 buckets'
