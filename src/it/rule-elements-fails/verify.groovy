def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'MojoFailureException'
build.shows 'Bucket gate failed: '
