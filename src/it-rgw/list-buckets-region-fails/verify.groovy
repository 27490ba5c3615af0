def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'required bucket app-logs does not exist; the account has no buckets in region eu-central-1'
build.shows 'MojoFailureException'
