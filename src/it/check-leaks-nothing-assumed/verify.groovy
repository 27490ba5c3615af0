def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'Nothing to search for: no role was assumed in this build.'
