def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows "reportName: 'buckets' is already in use"
