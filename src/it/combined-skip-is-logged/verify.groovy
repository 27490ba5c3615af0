def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'ListBuckets', 0
build.shows 'Skipped: assume-role.listBuckets.skip is true.'
