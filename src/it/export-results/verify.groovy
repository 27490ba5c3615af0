def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'passed: 3 buckets, app-artifacts,app-logs,app-releases'
