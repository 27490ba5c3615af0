def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'Bucket gate passed: 1 rule holds'
build.doesNotShow 'terraform-state'
