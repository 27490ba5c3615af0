def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
build.shows 'failIfNoRules: is true, but no rule is configured'
build.shows 'rules: not configured for the command line, but for execution gate; run mvn assume-role:list-buckets@gate'
build.shows 'Bucket gate passed: 1 rule holds, checked against 5 buckets'
