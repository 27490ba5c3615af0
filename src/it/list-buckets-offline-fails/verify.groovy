def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'ListBuckets', 0
build.shows 'Cannot run list-buckets: Maven is offline'
