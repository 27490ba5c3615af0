import java.nio.charset.StandardCharsets

def build = io.github.assumerole.it.Scenario.end(context, basedir)
['nothing passed', 'assuming passed', 'listing failed'].each {
    build.shows it + ', system properties left behind: []'
}
build.shows 'assume-role with propertyPrefix aws.: did not run in listing in this build'
build.called 'AssumeRole', 3
build.shows 'threads left behind: []'
assert !new File(basedir, 'assuming/target/assume-role/aws.credentials').exists()

// Secrets of the sessions and of the profile; environment variables stay in memory as long as the JVM.
def secretsIn = { name ->
    def heap = new String(new File(basedir, "target/$name").bytes, StandardCharsets.ISO_8859_1)
    def texts = [StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE]
    build.aws().secrets().any { secret ->
        texts.any { heap.contains(new String(secret.getBytes(it), StandardCharsets.ISO_8859_1)) }
    }
}
assert secretsIn('holding-a-build.hprof') : 'then the search finds nothing anywhere'
assert !secretsIn('after.hprof')
