def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows '[DEBUG]'
build.shows 'S3 answered AccessDenied, HTTP 403'
