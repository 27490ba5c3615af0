def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows 'forbiddenBuckets: \'app-logs\' is required, but forbidden by \'app-l*\''
build.shows 'prefix: required bucket \'app-logs\' lies outside prefix \'web\''
build.shows 'MojoExecutionException'
