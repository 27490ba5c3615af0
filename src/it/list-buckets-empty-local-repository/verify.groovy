def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'Bucket gate passed: 1 rule holds, checked against 5 buckets'

// Maven downloads the plugin as one POM and one jar.
def downloads = []
new File(basedir, 'target/repository').eachFileRecurse { if (it.name ==~ /.*\.(pom|jar)/) downloads << it.name }
assert downloads.every { it.startsWith('assume-role-maven-plugin-') }
assert downloads.collect { it[-3..-1] }.sort() == ['jar', 'pom']
