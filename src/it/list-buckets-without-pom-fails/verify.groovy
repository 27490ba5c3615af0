def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'required bucket missing-one does not exist'
build.shows 'MojoFailureException'
