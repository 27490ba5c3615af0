def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'app.properties: it holds the secretAccessKey'
