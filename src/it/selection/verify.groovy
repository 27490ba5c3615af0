def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'Bucket gate passed: 2 rules hold, checked against 2 buckets included by \'app-*\' not excluded by \'*-releases\''
build.shows 'Bucket gate passed: 1 rule holds, checked against 1 bucket in region eu-west-1'
build.doesNotShow 'terraform-state'
