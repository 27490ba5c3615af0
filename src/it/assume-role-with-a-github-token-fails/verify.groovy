def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRoleWithWebIdentity', 0
build.shows 'id-token: write'
