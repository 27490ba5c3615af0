def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'Bucket gate failed: 2 violations of 3 rules'
build.shows 'the name mallorys-data is taken [FOREIGN by HeadBucket, HTTP 200'
build.shows 'the name app-logs is taken by a bucket of this account [PRESENT by ListBuckets, HTTP 200'
build.shows 'MojoFailureException'
