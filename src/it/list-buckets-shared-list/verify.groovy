def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
build.called 'ListBuckets', 1
build.shows 'Reused the bucket list of '
