def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 2
build.shows 'this JVM has ASIA'
build.shows 'one session for both SDKs'
build.shows ' -> system properties'
build.shows '[WARNING] exportTo systemProperties: plugins with the default credential provider chain of the AWS SDK for Java 1.x use AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of the environment, not the credentials of the role. Start Maven without these variables, and configure the base credentials with <profile>, <serverId> or <webIdentity>.'
build.aws().calls('AssumeRole').each { assert it.callerArn() == 'arn:aws:iam::111122223333:user/bob' }
true
