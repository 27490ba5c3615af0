def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'HeadBucket', 0
build.shows 'Bucket gate undecided: 1 of 1 rule could not be checked'
build.shows 's3:ListAllMyBuckets'
build.shows 'MojoExecutionException'
