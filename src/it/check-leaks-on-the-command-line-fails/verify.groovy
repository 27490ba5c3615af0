def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'app.properties contains the secret access key'
