def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'Bucket gate failed: 3 violations of 3 rules'
build.shows 'required bucket app-artefacts is not there; did you mean app-artifacts? [ABSENT by ListBuckets, HTTP 200'
build.shows 'required bucket mallorys-data is not there (looked at 5 buckets)'
build.shows 'forbidden bucket scratch exists (created '
build.shows 'MojoFailureException'
