def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'HTTP 405'
build.shows 'set the full role ARN, which needs no such call'
build.doesNotShow 'Assumed role'
