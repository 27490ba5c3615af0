def build = io.github.assumerole.it.Scenario.end(context, basedir)
def reports = new File(basedir, 'target/assume-role')
assert (reports.list() as Set) == ['list-buckets-default.txt', 'list-buckets-default.json', 'list-buckets-default.csv', 'list-buckets-default-findings.csv', 'TEST-list-buckets-default.xml', 'list-buckets-default.sarif', 'list-buckets-default.md', 'list-buckets-default.html'] as Set
assert new groovy.json.JsonSlurper().parse(new File(reports, 'list-buckets-default.json')).verdict == 'passed'
reports.eachFile { build.containsNoSecret it.toPath() }
assert new groovy.json.JsonSlurper().parse(new File(reports, 'list-buckets-default.sarif')).runs[0].results == []
assert new File(reports, 'list-buckets-default.csv').readLines()[0] == 'name,region,created'
