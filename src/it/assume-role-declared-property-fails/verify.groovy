def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows 'propertyPrefix: aws.accessKeyId is already defined in the <properties> of it:app, which would hide the value published to app'
