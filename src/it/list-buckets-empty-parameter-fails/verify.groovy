def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows 'requiredBuckets: assume-role.requiredBuckets is set, but to nothing; give it a value, or do not set it'
build.doesNotShow 'gate passed'
