def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'Rule 0: io.github.assumerole.goal.RequireBuckets passed'
// The goal has its own class loader, but does not call STS again.
build.called 'AssumeRole', 1
build.called 'ListBuckets', 2
