def build = io.github.assumerole.it.Scenario.end(context, basedir)
context.github.stop(0)
build.called 'AssumeRoleWithWebIdentity', 1
build.shows 'Assumed role oidc in account 444455556666'
build.doesNotShow 'request-token'
