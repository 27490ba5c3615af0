def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
build.called 'ListBuckets', 1
build.shows 'Assumed role ci-deploy in account 444455556666 as maven-app, valid until '
build.shows 'BUCKET'
build.shows 'website.example.com'
build.shows '5 buckets in account 444455556666, as role ci-deploy'
build.shows 'Bucket gate passed: 3 rules hold, checked against 5 buckets'

// The jar contains all classes that its code can reach, and a build loads few of them.
def version = 'io/github/assumerole/assume-role-maven-plugin/1.0.0-SNAPSHOT'
def jar = new File(localRepositoryPath, "$version/assume-role-maven-plugin-1.0.0-SNAPSHOT.jar")
io.github.assumerole.it.BundledJar.hasAllReachableClasses(jar)
new java.util.zip.ZipFile(jar).withCloseable { assert it.getEntry('META-INF/m2e/lifecycle-mapping-metadata.xml') }
io.github.assumerole.it.BundledJar.enforcerRuleNeedsNoSdk(jar)
def classes = io.github.assumerole.it.LoadedClasses.of(basedir.toPath().resolve('classes.log'))
classes.atMost 1800, 'software.amazon.awssdk.'
classes.atMost 768, 'io.github.assumerole.'
classes.atMost 2450, 'java.', 'javax.', 'jdk.', 'sun.', 'com.sun.'
