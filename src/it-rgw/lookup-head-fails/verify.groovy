def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'has this bucket, but nobody knows which account ours is, so it may be anybody\'s.'
build.shows 'Bucket gate undecided: 2 of 3 rules could not be checked'
build.shows 'undecided: required bucket app-artifacts'
build.shows 'undecided: forbidden bucket mallorys-data'
build.shows 'MojoExecutionException'
