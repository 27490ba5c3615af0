def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 's3:GetBucket'
assert !new File(basedir, 'target/rules.xml').exists()
