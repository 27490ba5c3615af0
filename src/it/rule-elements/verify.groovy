def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'Bucket gate passed: 9 rules hold, checked against 5 buckets (1 skipped, 2 excepted, 1 warning)'
build.shows 'no bucket matches the pattern \'web-*\''
build.shows 'app-logs: versioning is Disabled, expected Enabled - see the audit of 2026'
build.shows 'excepted: app-logs, app-releases (pattern \'app-*\' except \'app-logs\', \'*-releases\', \'app-old\': versioning Enabled)'
build.shows 'no bucket matches the exception \'app-old\' (searched 5 buckets)'
build.shows 'applies to 1 of 5 buckets: those with tag team=core, tag env=pr*'
build.called 'HeadBucket', 1
build.called 'GetBucketLocation', 1
build.called 'GetBucketVersioning', 2
build.called 'GetPublicAccessBlock', 1
// Of five buckets, two of which are in other regions.
build.called 'GetBucketTagging', 7
build.called 'GetBucketOwnershipControls', 1
build.called 'GetBucketEncryption', 1
build.called 'GetBucketPolicy', 1
build.called 'GetBucketPolicyStatus', 1
build.called 'GetBucketLifecycleConfiguration', 1
build.called 'GetBucketLogging', 1
build.called 'GetObjectLockConfiguration', 1
build.called 'GetBucketReplication', 1
