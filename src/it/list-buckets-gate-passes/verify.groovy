def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
build.called 'ListBuckets', 1
build.shows 'Assumed role ci-deploy in account 444455556666 as maven-app, valid until '
build.shows 'BUCKET'
build.shows 'website.example.com'
build.shows '5 buckets in account 444455556666, as role ci-deploy'
build.shows 'Bucket gate passed: 3 rules hold, checked against 5 buckets'
