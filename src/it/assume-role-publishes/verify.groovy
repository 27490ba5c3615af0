def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
build.shows 'Assumed role ci-deploy in account 444455556666 as maven-app, valid until '
build.shows ' -> properties aws.*'
build.shows 'key ASIA'
build.shows ', account 444455556666, region eu-central-1, until 20'
build.shows 'arn arn:aws:sts::444455556666:assumed-role/ci-deploy/maven-app'
build.shows 'complete: true'
build.shows 'distributionManagement.repository.url contains ${aws.accountId} in app. Maven evaluates distributionManagement.repository.url before any goal runs'
