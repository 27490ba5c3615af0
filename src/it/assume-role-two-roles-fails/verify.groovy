def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'ListBuckets', 0
build.shows '  - assume-role with propertyPrefix other.: did not run in app in this build'
