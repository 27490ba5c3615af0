def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'Bucket gate passed: 2 rules hold'
build.hides 'terraform-state'
build.hides 'app-releases  '
