def build = io.github.assumerole.it.Scenario.end(context, basedir)
def summary = new File(basedir, 'summary.md').text
assert summary.startsWith('# of another step')
assert summary.contains('app-logs')
