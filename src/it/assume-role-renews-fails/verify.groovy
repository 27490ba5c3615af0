def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows 'minRemainingSeconds: 3600 is too large, expected 0 to 3599'
