def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'ListBuckets', 2
build.shows 'Listing again, because rules are not satisfied by the bucket list of '
build.shows 'Bucket gate failed: 1 violation of 1 rule'
build.shows 'required bucket app-artefacts does not exist; did you mean app-artifacts?'
