def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'Bucket gate undecided: 1 of 1 rule could not be checked'
build.shows 's3:GetBucketVersioning'
build.shows 'MojoExecutionException'
build.called 'GetBucketVersioning', 1
