def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 2
build.shows 'Reduced durationSeconds from 7200 to 3600: role chaining is limited to one hour.'
build.shows 'Assumed role ci-deploy in account 444455556666 as maven-app'
assert build.aws().calls('AssumeRole')[1].callerArn() == 'arn:aws:sts::111122223333:assumed-role/ci-runner/maven-app'
