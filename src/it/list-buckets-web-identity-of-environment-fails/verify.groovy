def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRoleWithWebIdentity', 1
build.called 'ListBuckets', 0
build.shows 'Cannot use AWS_WEB_IDENTITY_TOKEN_FILE: cannot assume arn:aws:iam::444455556666:role/oidc as pod-7: STS answered InvalidIdentityToken'
