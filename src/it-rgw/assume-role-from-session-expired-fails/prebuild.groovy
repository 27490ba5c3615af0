io.github.assumerole.it.Rgw.begin(context, basedir)
io.github.assumerole.it.Rgw.expiredSession(basedir, 'runner')
