def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'No secrets found in'
build.shows 'app-1.jar'
