def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'Bucket gate undecided'
build.shows 'MojoExecutionException'
