io.github.assumerole.it.Rgw.beginOverTls(context, basedir)
