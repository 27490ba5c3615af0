def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'GetCallerIdentity', 1
build.called 'AssumeRole', 0
build.shows 'allowedAccountIds: roleArn arn:aws:iam::111122223333:role/ci-runner belongs to account 111122223333; allowed accounts: 444455556666'
