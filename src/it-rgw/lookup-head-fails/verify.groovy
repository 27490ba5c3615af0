def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'has this bucket, but its owner cannot be verified because the caller\'s account ID is unknown.'
build.shows 'Bucket gate undecided: 2 of 3 rules could not be checked'
build.shows 'undecided: required bucket app-artifacts'
build.shows 'undecided: forbidden bucket mallorys-data'
build.shows 'MojoExecutionException'
