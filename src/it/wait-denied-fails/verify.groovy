def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'ListBuckets', 1
build.shows 'Bucket gate undecided'
