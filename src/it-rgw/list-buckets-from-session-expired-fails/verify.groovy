def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'S3 answered AccessDenied, HTTP 403'
build.shows 'Bucket gate undecided: 2 of 2 rules could not be checked'
build.shows 'S3-compatible servers report expired credentials in the same way: get new ones'
build.shows 'MojoExecutionException'
