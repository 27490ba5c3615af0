def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'GetCallerIdentity', 1
build.called 'AssumeRole', 1
build.shows 'Assumed role ci-runner in account 111122223333 as maven-app'
