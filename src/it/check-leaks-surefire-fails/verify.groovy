def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'TEST-it.SecretTest.xml: it holds the secretAccessKey'
build.shows 'MojoFailureException'
