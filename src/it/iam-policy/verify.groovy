def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.called 'ListBuckets', 0
build.shows 's3:GetBucketVersioning'
build.shows 'arn:aws:s3:::app-*'
build.shows 'sts:ExternalId'
build.shows 'AWS::IAM::Role'
build.shows 'aws_iam_role'
build.doesNotShow 'has a configuration of its own'
