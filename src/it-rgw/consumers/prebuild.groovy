io.github.assumerole.it.Rgw.beginAsAws(context, basedir)
