def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'ListBuckets', 0
build.shows 'Maven is offline'
build.shows 'BUILD FAILURE'
