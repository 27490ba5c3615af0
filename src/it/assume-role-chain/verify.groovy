def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 2
build.shows 'durationSeconds is 7200, but taken for 3600: STS gives a caller that is itself an assumed role no more.'
build.shows 'Assumed role ci-deploy in account 444455556666 as maven-app'
assert build.aws().calls('AssumeRole')[1].callerArn() == 'arn:aws:sts::111122223333:assumed-role/ci-runner/maven-app'
