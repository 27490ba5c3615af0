def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'Build output contains secrets of this build:'
build.shows 'app.properties: it holds the secretAccessKey of arn:aws:sts::444455556666:assumed-role/ci-deploy/maven-app, as it is'
build.shows 'app-1.jar!/app.properties: it holds the secretAccessKey'
build.shows 'MojoFailureException'
