def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRoleWithWebIdentity', 1
build.called 'AssumeRole', 0
build.shows 'Using the base credentials of arn:aws:sts::444455556666:assumed-role/oidc/pod-7'
