def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'Hop 2 of 2: Cannot assume arn:aws:iam:::role/behind-runner as maven-app: STS answered no error code, HTTP 403, request tx'
build.shows 'its credentials are from the session arn:aws:sts:::assumed-role/lister/maven-app'
build.doesNotShow 'Assumed role'
