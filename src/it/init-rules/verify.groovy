def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'Rules for 5 buckets ->'
build.shows 'Bucket gate passed: 6 rules hold'
