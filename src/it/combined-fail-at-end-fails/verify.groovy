def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.doesNotShow 'Bucket gate passed'
build.shows 'required bucket app-archive does not exist'
build.shows 'BUILD FAILURE'
