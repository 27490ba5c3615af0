def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRoleWithWebIdentity', 0
build.shows 'GITLAB_OIDC_TOKEN'
build.shows 'CIRCLE_OIDC_TOKEN_V2'
