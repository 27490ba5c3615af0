def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'BUILD FAILURE'
build.shows 'system properties'
