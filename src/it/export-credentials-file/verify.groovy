def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
build.shows ' -> file '
build.shows 'Tests run: 1, Failures: 0, Errors: 0, Skipped: 0'
assert !new File(basedir, 'target/assume-role/aws.credentials').exists()
new File(basedir, 'target').eachFileRecurse(groovy.io.FileType.FILES) { build.containsNoSecret it.toPath() }
