def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'ListBuckets', 1
build.shows 'returned a response that is not valid for S3, or is incomplete (HTTP 200, content type text/html'
build.shows 'MojoExecutionException'
build.doesNotShow 'gate passed'
