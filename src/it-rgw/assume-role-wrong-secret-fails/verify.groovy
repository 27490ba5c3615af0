def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'Cannot assume arn:aws:iam:::role/lister as maven-app: STS answered no error code, HTTP 403, request tx'
build.shows 'the server gives no reason'
build.doesNotShow 'Assumed role'
