def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'Cannot assume arn:aws:iam:::role/lister as maven-app: STS answered no error code, HTTP 403, request tx'
build.shows 'the server does not say whether it knows them'
build.doesNotShow 'Assumed role'
