def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'does not say where its buckets lie, so those in eu-central-1 cannot be chosen.'
build.shows 'Bucket gate undecided: 1 of 1 rule could not be checked'
build.shows 'MojoExecutionException'
