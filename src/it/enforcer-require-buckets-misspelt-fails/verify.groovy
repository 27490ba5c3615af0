def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows "list-buckets for parameter requiredBucket: Cannot find 'requiredBucket'"
build.doesNotShow 'gate passed'
