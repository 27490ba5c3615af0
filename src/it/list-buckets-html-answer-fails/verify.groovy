def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'ListBuckets', 1
build.shows 'gave an answer that is not one of S3, or broke it off (HTTP 200, content type text/html'
build.shows 'MojoExecutionException'
build.doesNotShow 'gate passed'
