def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'ListBuckets', 0
build.shows 'required bucket app-archive does not exist [ABSENT by HeadBucket, HTTP 404'
build.shows 'MojoFailureException'
