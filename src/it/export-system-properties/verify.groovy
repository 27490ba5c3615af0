def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 2
build.shows 'this JVM has ASIA'
build.shows ' -> system properties'
build.aws().calls('AssumeRole').each { assert it.callerArn() == 'arn:aws:iam::111122223333:user/bob' }
true
