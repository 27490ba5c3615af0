def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'Cannot assume arn:aws:iam:::role/nobody-knows as maven-app: STS answered no error code, HTTP 404, request tx'
build.shows '  - check that the role nobody-knows exists, and that the endpoint is an STS endpoint'
build.doesNotShow 'Assumed role'
