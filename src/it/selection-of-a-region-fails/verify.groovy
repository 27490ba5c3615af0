def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows 'bucketRegion: forbidden bucket app-logs is perhaps outside of bucketRegion eu-west-1'
