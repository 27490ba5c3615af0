def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'responded as if the request was not signed (owner anonymous), which proves nothing about the account.'
build.shows '[ListBuckets, HTTP 200'
build.shows 'Bucket gate undecided: 2 of 2 rules could not be checked'
build.shows 'MojoExecutionException'
