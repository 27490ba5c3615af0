def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'Cannot assume arn:aws:iam:::role/lister as maven-app: STS answered no error code, HTTP 400, request tx'
build.shows '<durationSeconds>'
build.doesNotShow 'Assumed role'
