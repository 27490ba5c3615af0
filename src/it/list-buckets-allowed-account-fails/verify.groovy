def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'ListBuckets', 0
build.shows 'belongs to account 111122223333; allowed accounts: 444455556666.'
