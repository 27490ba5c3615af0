def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows '<artifactId>sso</artifactId>'
build.shows '<artifactId>ssooidc</artifactId>'
build.shows 'add to the declaration of this plugin in the POM'
