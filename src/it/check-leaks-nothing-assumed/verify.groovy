def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'Nothing to scan for: this build has assumed no role.'
