def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'app-artifacts'
build.doesNotShow 'terraform-state'
build.shows '... and 3 more (maxRows is 2)'
build.shows 'Bucket gate passed: 1 rule holds'
