def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.doesNotShow 'Bucket gate passed'
// The first module fails each build: only --fail-never continues with the others.
build.called 'ListBuckets', 7
build.shows 'Bucket gate failed: 1 violation of 1 rule'
build.shows 'Maven is offline'
build.shows 'Skipped: assume-role.listBuckets.skip is true.', 3
