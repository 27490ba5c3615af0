def build = io.github.assumerole.it.Scenario.end(context, basedir)
def reports = new File(basedir, 'target/assume-role')
assert new File(reports, 'list-buckets-one.json').text.contains('app-logs')
assert new File(reports, 'list-buckets-two.json').text.contains('terraform-state')
