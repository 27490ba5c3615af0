def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'required bucket app-of-tomorrow'
build.shows 'Bucket gate passed: 1 rule holds'
assert context.aws.calls('ListBuckets').size() > 1
