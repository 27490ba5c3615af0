def build = io.github.assumerole.it.Scenario.end(context, basedir)
def reports = new File(basedir, 'target/assume-role')
assert (reports.list() as Set) == ['list-buckets-default.txt', 'list-buckets-default.json', 'list-buckets-default.csv', 'list-buckets-default-findings.csv', 'TEST-list-buckets-default.xml', 'list-buckets-default.sarif', 'list-buckets-default.md', 'list-buckets-default.html'] as Set
assert new groovy.json.JsonSlurper().parse(new File(reports, 'list-buckets-default.json')).verdict == 'failed'
assert new groovy.xml.XmlSlurper().parse(new File(reports, 'TEST-list-buckets-default.xml')).testcase.failure.size() == 1
def result = new groovy.json.JsonSlurper().parse(new File(reports, 'list-buckets-default.sarif')).runs[0].results[0]
assert result.ruleId == 'required-bucket/app-archive'
def location = result.locations[0].physicalLocation
assert location.artifactLocation.uri.endsWith('pom.xml')
// Maven 4 only knows the line of the configuration.
def line = new File(basedir, 'pom.xml').readLines()[location.region.startLine - 1].trim()
assert line in ['<bucket>app-archive</bucket>', '<configuration>']
assert new File(reports, 'list-buckets-default-findings.csv').readLines()[1].startsWith('required bucket app-archive,required-bucket,error,violated,app-archive,absent,')
