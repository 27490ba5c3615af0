def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'does not report the regions of its buckets, so those in eu-central-1 cannot be selected.'
build.shows 'Bucket gate undecided: 1 of 1 rule could not be checked'
build.shows 'MojoExecutionException'
