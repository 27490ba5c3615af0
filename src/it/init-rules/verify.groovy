def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'Rules about 5 buckets ->'
build.shows 'Bucket gate passed: 6 rules hold'
