def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'app-1.jar!/META-INF/MANIFEST.MF: it holds the sessionToken'
build.shows 'MojoFailureException'
