def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.doesNotShow 'Bucket gate passed'
build.shows 'required bucket app-archive does not exist'
build.called 'ListBuckets', 3
build.shows 'Bucket gate failed: 1 violation of 1 rule'
