def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'ListBuckets', 0
build.shows 'required bucket app-archive is not there [ABSENT by HeadBucket, HTTP 404'
build.shows 'MojoFailureException'
