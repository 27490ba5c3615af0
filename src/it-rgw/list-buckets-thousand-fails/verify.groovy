def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'there are 2,500 buckets, expected at most 2,499 buckets'
build.shows 'MojoFailureException'
