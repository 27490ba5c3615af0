def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'app-1.jar!/META-INF/MANIFEST.MF contains the session token'
build.shows 'MojoFailureException'
