def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'did not answer GetBucketEncryption as S3 does.'
build.shows 'did not answer GetBucketOwnershipControls as S3 does.'
build.shows 'Bucket gate undecided: 1 of 1 rule could not be checked'
build.shows 'this S3-compatible server may not support the call: remove <encryption> for it'
build.shows 'MojoExecutionException'
