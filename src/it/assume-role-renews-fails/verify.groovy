def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows 'minRemainingSeconds: 3600 is out of range, expected 0 or more and less than durationSeconds, 3600'
