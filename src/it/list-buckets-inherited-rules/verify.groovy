def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'Bucket gate passed: 4 rules hold, checked against 5 buckets'
build.called 'GetBucketVersioning', 1
