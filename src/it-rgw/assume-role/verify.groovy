def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'Assumed role lister as maven-app, valid until '
