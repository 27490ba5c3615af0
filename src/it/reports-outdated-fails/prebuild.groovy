io.github.assumerole.it.Scenario.begin(context)
def old = new File(basedir, 'target/assume-role')
old.mkdirs()
new File(old, 'list-buckets-default.json').text = '{"verdict": "passed"}'
return true
