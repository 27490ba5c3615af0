def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 2
build.shows 'accounts 444455556666 and 777788889999'
build.shows 'no buckets in account 777788889999, as role ci-deploy'
build.shows '5 buckets in account 444455556666, as role ci-deploy'
