def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows 'Using the base credentials of arn:aws:iam::111122223333:user/bob'
build.shows 'build-cache'
build.shows '1 bucket in account 111122223333'
