def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.doesNotShow 'Bucket gate passed'
build.shows 'required bucket app-archive is not there'
build.shows 'BUILD FAILURE'
