def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'Build output contains secrets of this build:'
build.shows 'app.properties contains the secret access key of arn:aws:sts::444455556666:assumed-role/ci-deploy/maven-app (plain text, '
build.shows 'dist/app-1.jar!/app.properties contains the secret access key'
build.shows 'dist/app-1.jar!/META-INF/MANIFEST.MF contains the session token'
build.shows 'MojoFailureException'
