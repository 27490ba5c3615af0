def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows 'line 4'
build.shows 'buckets'
build.shows 'publicAccessBlocked'
