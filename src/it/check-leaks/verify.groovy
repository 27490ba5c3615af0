def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'No secret of this build in'
build.shows 'app-1.jar'
