def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'ListBuckets', 0
build.shows 'it belongs to account 111122223333, but allowedAccountIds allows 444455556666.'
