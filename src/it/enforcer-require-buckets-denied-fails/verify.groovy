def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
build.called 'ListBuckets', 1
build.shows 'Rule 0: io.github.assumerole.goal.RequireBuckets failed with message:'
build.shows 'Cannot list the buckets, with credentials from the session arn:aws:sts::444455556666:assumed-role/no-permission/maven-app: S3 answered AccessDenied, HTTP 403'
build.shows '  - allow s3:ListAllMyBuckets on * in the policies of the role'
build.doesNotShow 'gate passed'
