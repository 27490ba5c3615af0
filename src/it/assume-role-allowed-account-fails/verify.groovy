def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows 'allowedAccountIds: roleArn arn:aws:iam::444455556666:role/ci-deploy belongs to account 444455556666; allowed accounts: 111122223333'
