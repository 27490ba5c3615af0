def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'HTTP 405'
build.shows 'write the role\'s whole ARN'
build.doesNotShow 'Assumed role'
