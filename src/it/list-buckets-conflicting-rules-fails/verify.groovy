def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows 'rules: no account satisfies both: required bucket app-logs, forbidden pattern \'app-l*\''
build.shows 'prefix: required bucket app-logs is outside of prefix \'web\''
build.shows 'MojoExecutionException'
