def build = io.github.assumerole.it.Scenario.end(context, basedir)
assert !new File(basedir, 'target/assume-role/receipt.json').exists()
build.shows 'STS answered AccessDenied'
