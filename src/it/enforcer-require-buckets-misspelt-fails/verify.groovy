def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows 'requiredBucket: unknown parameter; did you mean requiredBuckets (list-buckets)?'
build.shows 'forbiddenBuckets: is given twice, and Maven uses only one; merge the two elements'
build.shows "failIfNoRules: is 'yes', expected true or false"
build.shows 'includes: is empty; set a value or remove it'
build.shows 'availableNames: ${assume-role.availableNames} is not defined; define it or remove <availableNames>'
build.doesNotShow 'gate passed'
