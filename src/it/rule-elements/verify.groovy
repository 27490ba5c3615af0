def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'Bucket gate passed: 7 rules hold, checked against 5 buckets (1 skipped, 1 warning)'
build.shows 'no bucket matches the pattern \'web-*\''
build.shows 'app-logs: versioning is Disabled, expected Enabled - see the audit of 2026'
build.called 'HeadBucket', 1
build.called 'GetBucketLocation', 1
build.called 'GetBucketVersioning', 2
build.called 'GetPublicAccessBlock', 1
build.called 'GetBucketTagging', 1
build.called 'GetBucketOwnershipControls', 1
build.called 'GetBucketEncryption', 1
['GetBucketPolicy', 'GetBucketPolicyStatus', 'GetBucketLifecycleConfiguration', 'GetBucketLogging', 'GetObjectLockConfiguration', 'GetBucketReplication'].each { build.called it, 1 }
