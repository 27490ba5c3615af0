def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'Cannot assume arn:aws:iam:::role/behind-runner as maven-app: STS answered no error code, HTTP 403, request tx'
build.shows 'have not expired'
build.doesNotShow 'Assumed role'
