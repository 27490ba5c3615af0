def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 2
build.shows 'Hop 2 of 2: Cannot assume arn:aws:iam::444455556666:role/partner as maven-app: STS answered AccessDenied'
build.shows 'The caller is arn:aws:sts::111122223333:assumed-role/ci-runner/maven-app'
