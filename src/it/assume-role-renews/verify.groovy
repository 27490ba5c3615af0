def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 2
build.shows 'Assumed role ci-deploy'
build.shows 'Renewed role ci-deploy'
