import groovy.io.FileType

def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'ListBuckets', 2
// There was a file in each of the modules when the build was interrupted, and there is none now.
assert context.get('files').count { it.endsWith('aws.credentials') } == 2
def left = []
basedir.eachFileRecurse(FileType.FILES) { left << it.name }
// Maven 4 keeps what it made of each POM.
left.removeAll { it.endsWith('.pom') }
assert left.toSet() == ['build.log', 'invoker.properties', 'pom.xml', 'prebuild.groovy', 'verify.groovy'].toSet()
build.hides 'Bucket gate passed'
build.hides 'BUILD SUCCESS'
