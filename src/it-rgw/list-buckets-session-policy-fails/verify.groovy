def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'S3 answered AccessDenied, HTTP 403'
build.shows 'Bucket gate undecided: 1 of 1 rule could not be checked'
build.shows 'check that no session policy'
build.shows 'MojoExecutionException'
