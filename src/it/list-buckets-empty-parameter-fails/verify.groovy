def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows 'requiredBuckets: assume-role.requiredBuckets is empty; set a value or remove it'
build.doesNotShow 'gate passed'
