import groovy.io.FileType

def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'ListBuckets', 2
// Each module had a file when the build was interrupted, and no file is left.
assert context.get('files').count { it.endsWith('aws.credentials') } == 2
def left = []
basedir.eachFileRecurse(FileType.FILES) { left << it.name }
// Maven 4 leaves the consumer POM of each module.
left.removeAll { it.endsWith('.pom') }
assert left.toSet() == ['build.log', 'invoker.properties', 'pom.xml', 'prebuild.groovy', 'verify.groovy'].toSet()
build.doesNotShow 'Bucket gate passed'
build.doesNotShow 'BUILD SUCCESS'
