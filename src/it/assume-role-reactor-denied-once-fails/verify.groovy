def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
build.shows 'Cannot assume arn:aws:iam::444455556666:role/nobody-may as maven-reactor: STS answered AccessDenied'
