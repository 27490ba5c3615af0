def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
assert build.aws().calls('AssumeRole')[0].callerArn() == 'arn:aws:iam::111122223333:user/bob'
