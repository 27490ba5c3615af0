def build = io.github.assumerole.it.Scenario.end(context, basedir)
['nothing passed', 'assuming passed', 'listing failed'].each {
    build.shows it + ', system properties left behind: []'
}
build.shows 'assume-role with propertyPrefix aws.: did not run in listing in this build'
build.called 'AssumeRole', 2
build.shows 'threads left behind: []'
assert !new File(basedir, 'assuming/target/assume-role/aws.credentials').exists()
