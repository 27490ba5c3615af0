def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'Nothing to look for: no role was assumed in this build.'
