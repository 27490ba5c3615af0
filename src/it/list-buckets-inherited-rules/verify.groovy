def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'Bucket gate passed', 1
build.shows 'Bucket gate passed: 4 rules hold, checked against 5 buckets'
build.called 'ListBuckets', 2
build.called 'GetBucketVersioning', 3
build.doesNotShow '[INFO] json:'
build.shows '"rolePermissions": {', 1
