io.github.assumerole.it.Scenario.begin(context)
new File(basedir, 'target').mkdirs()
return true
