def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'Assumed role behind-runner as maven-app, valid until '
