def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows 'arn:aws:iam::111122223333:mfa/bob'
build.shows 'mfaTokenEnv'
