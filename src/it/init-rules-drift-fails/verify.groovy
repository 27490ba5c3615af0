def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'Rules for 5 buckets ->'
build.shows 'there are 6 buckets, expected at most 5 buckets'
