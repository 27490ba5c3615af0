def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
build.called 'ListBuckets', 1
build.shows '5 buckets in account 444455556666, as role ci-deploy'
