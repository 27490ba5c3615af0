def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows 'propertyPrefix: aws.secretAccessKey is already defined by -Daws.secretAccessKey (on the command line, in MAVEN_ARGS or .mvn/maven.config), which would hide the value published to app; remove that definition, or set another <propertyPrefix>'
build.shows 'propertyPrefix: aws.accessKeyId is already defined in the <properties> of it:app, which would hide the value published to app'
