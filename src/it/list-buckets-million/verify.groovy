def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'ListBuckets', 102
build.shows 'Listing buckets: 1,000,000 so far ...'
build.shows 'Bucket gate passed: 4 rules hold, checked against 1,000,005 buckets'
build.shows 'million.json, million.csv, million-findings.csv, million.html'
build.shows 'Bucket gate failed: 1 violation of 4 rules'
build.shows 'required bucket tenant-999999 does not exist; did you mean tenant-0999999, tenant-0099999 or tenant-0199999?'

def reports = new File(basedir, 'target/assume-role')
['million.json', 'million.csv'].each { name ->
    def found = new File(reports, name).withReader { reader -> reader.lines().filter { it.contains('tenant-0999999') }.count() }
    assert found > 0 : name
}
assert new File(reports, 'million.html').text.contains('... and 990,005 more; json and csv contain all')
reports.deleteDir()
