def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.doesNotShow 'Bucket gate passed'
build.shows 'BUILD FAILURE', 5
build.shows 'BUILD SUCCESS', 2
// The first module fails each build: only --fail-never continues with the others.
build.called 'ListBuckets', 7
build.shows 'Cannot run list-buckets: Maven is offline', 1
build.shows 'Skipped: assume-role.listBuckets.skip is true.', 3
