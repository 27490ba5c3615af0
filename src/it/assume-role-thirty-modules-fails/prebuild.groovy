io.github.assumerole.it.Scenario.begin(context)
(1..30).each { n ->
    def module = new File(basedir, "m$n")
    module.mkdirs()
    new File(module, 'pom.xml').text = new File(basedir, 'module.xml').text.replace('@n@', "$n").replace('@role@', 'nobody-may')
}
return true
