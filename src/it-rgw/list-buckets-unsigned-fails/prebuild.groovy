io.github.assumerole.it.Rgw.beginUnsigned(context, basedir)
