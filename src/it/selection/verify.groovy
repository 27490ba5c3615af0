def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'Bucket gate passed: 2 rules hold'
build.doesNotShow 'terraform-state'
build.doesNotShow 'app-releases  '
