def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows "roleArn: 'ci-deploy' is a name alone"
