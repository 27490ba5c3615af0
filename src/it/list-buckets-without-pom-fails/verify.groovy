def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'required bucket missing-one is not there'
build.shows 'MojoFailureException'
