def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'did not answer GetBucketEncryption in the way of S3.'
build.shows 'did not answer GetBucketOwnershipControls in the way of S3.'
build.shows 'Bucket gate undecided: 1 of 1 rule could not be checked'
build.shows 'the server may not know this question, as some that are compatible with S3 do not: leave <encryption> out for it'
build.shows 'MojoExecutionException'
