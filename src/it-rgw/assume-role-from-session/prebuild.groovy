io.github.assumerole.it.Rgw.begin(context, basedir)
io.github.assumerole.it.Rgw.session(basedir, 'runner')
