io.github.assumerole.it.Scenario.begin(context)
io.github.assumerole.it.SingleSignOn.begin(context, basedir)
