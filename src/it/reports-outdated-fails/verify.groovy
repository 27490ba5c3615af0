def build = io.github.assumerole.it.Scenario.end(context, basedir)
assert !new File(basedir, 'target/assume-role/list-buckets-default.json').exists()
