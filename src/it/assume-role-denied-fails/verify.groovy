def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
build.shows 'Cannot assume arn:aws:iam::444455556666:role/nobody-may as maven-app: STS answered AccessDenied, HTTP 403, request '
build.shows 'The caller is arn:aws:iam::111122223333:user/bob, with credentials from the environment variables.'
build.shows '  - check that the role exists, and that its trust policy names arn:aws:iam::111122223333:user/bob as a principal'
build.doesNotShow 'Assumed role'
