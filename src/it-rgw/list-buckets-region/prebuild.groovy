io.github.assumerole.it.Rgw.begin(context, basedir)
