def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'Cannot read encryption of bucket app-artifacts'
build.shows 'did not answer GetBucketEncryption in the way of S3.'
build.shows 'MojoExecutionException'
assert !new File(basedir, 'target/rules.xml').exists()
