def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'Rule 0: io.github.assumerole.maven.RequireBuckets passed'
// The goal has a class loader of its own, and yet asks STS no second time.
build.called 'AssumeRole', 1
build.called 'ListBuckets', 2
