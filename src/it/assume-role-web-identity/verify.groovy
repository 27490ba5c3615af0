def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRoleWithWebIdentity', 1
build.called 'AssumeRole', 0
build.shows 'Assumed role oidc in account 444455556666 as maven-app'
