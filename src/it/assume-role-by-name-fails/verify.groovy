def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'GetCallerIdentity', 1
build.called 'AssumeRole', 0
build.shows 'allowedAccountIds: roleArn arn:aws:iam::111122223333:role/ci-runner lies in account 111122223333, but allowed is 444455556666'
