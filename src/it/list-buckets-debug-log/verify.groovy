def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows '[DEBUG]'
build.shows 'Bucket gate passed: 1 rule holds, checked against 5 buckets'
build.doesNotShow 'Using deprecated property' // of the SDK's log level, on Maven 4
