def build = io.github.assumerole.it.Scenario.end(context, basedir)
assert new File(basedir, 'bucket-rules.xml').text.contains('<bucket>app-logs</bucket>')
