io.github.assumerole.it.Scenario.begin(context)
new File(basedir, 'bucket-rules.xml').delete()
return true
