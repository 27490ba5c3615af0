def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
build.shows 'Region eu-west-1, from the SDK\'s region chain.'
build.shows 'region eu-west-1'
