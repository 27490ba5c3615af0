def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'ListBuckets', 0
build.shows 'Cannot list any buckets: no credentials found. Checked, in this order:'
build.shows '  - roleArn: not configured'
build.shows '  - assume-role with propertyPrefix target.: did not run in app in this build'
build.shows '  - base credentials: allowDefaultCredentials is false'
