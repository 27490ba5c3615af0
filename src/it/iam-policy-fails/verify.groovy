def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows "roleArn: 'ci-deploy' is only a role name"
