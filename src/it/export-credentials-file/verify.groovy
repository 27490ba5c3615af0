def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
build.shows ' -> file '
build.shows 'Tests run: 2, Failures: 0, Errors: 0, Skipped: 0'
build.shows '[WARNING] exportTo credentialsFile: processes that inherit this environment use role_arn of the profile runner-by-role of AWS_PROFILE in '
assert !new File(basedir, 'target/assume-role/aws.credentials').exists()
assert !new File(basedir, 'target/assume-role/aws.config').exists()
new File(basedir, 'target').eachFileRecurse(groovy.io.FileType.FILES) { build.containsNoSecret it.toPath() }
