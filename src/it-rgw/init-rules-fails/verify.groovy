def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'Cannot read encryption of bucket app-artifacts'
build.shows 'did not answer GetBucketEncryption as S3 does.'
build.shows 'MojoExecutionException'
assert !new File(basedir, 'target/rules.xml').exists()
