import groovy.io.FileType
import groovy.json.JsonSlurper

def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'Cannot assume arn:aws:iam::444455556666:role/nobody'
build.shows 'Bucket gate undecided'
build.called 'ListBuckets', 1
def left = []
basedir.eachFileRecurse(FileType.FILES) { left << it.name }
assert !left.any { it.contains('credentials') || it.endsWith('.tmp') }
assert left.count { it == 'list-buckets-default.html' } == 1
def report = new JsonSlurper().parse(new File(basedir, 'two/target/assume-role/list-buckets-default.json'))
assert report.verdict == 'unknown'
