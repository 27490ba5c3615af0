def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'it is there: true'
assert !new File(basedir, 'target/assume-role/aws.credentials').exists()
