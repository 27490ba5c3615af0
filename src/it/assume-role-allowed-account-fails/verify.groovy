def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows 'allowedAccountIds: roleArn arn:aws:iam::444455556666:role/ci-deploy lies in account 444455556666, but allowed is 111122223333'
