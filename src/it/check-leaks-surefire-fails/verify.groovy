def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'TEST-it.SecretTest.xml contains the secret access key'
build.shows 'MojoFailureException'
