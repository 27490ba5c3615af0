def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'Found cached build, restoring it:app from cache'
build.doesNotShow 'Skipping plugin execution (cached)'
// In each of the two builds, once for the enforcer rule and once for the goal.
build.called 'AssumeRole', 2
build.called 'ListBuckets', 4
