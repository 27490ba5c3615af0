def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRoleWithWebIdentity', 1
build.shows 'STS answered InvalidIdentityToken'
build.shows 'someone-else'
