def build = io.github.assumerole.it.Scenario.end(context, basedir)
def reports = new File(basedir, 'target/assume-role')
assert new groovy.json.JsonSlurper().parse(new File(reports, 'list-buckets-default.json')).verdict == 'unknown'
assert new groovy.xml.XmlSlurper().parse(new File(reports, 'TEST-list-buckets-default.xml')).testcase.error.size() == 1
assert new groovy.json.JsonSlurper().parse(new File(reports, 'list-buckets-default.sarif')).runs[0].results[0].properties.outcome == 'unknown'
