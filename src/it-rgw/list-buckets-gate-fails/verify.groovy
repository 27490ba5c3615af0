def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'Bucket gate failed: 3 violations of 3 rules'
build.shows 'required bucket app-artefacts does not exist; did you mean app-artifacts? [ABSENT by ListBuckets, HTTP 200'
build.shows 'required bucket mallorys-data does not exist (searched 5 buckets)'
build.shows 'forbidden bucket scratch exists (created '
build.shows 'MojoFailureException'
