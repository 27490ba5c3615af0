def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
build.shows 'app-artifacts'
build.shows '5 buckets in account 444455556666, as role ci-deploy'
build.shows '[INFO] No rules configured: nothing is gated'
assert new groovy.json.JsonSlurper().parse(new File(basedir, 'target/assume-role/list-buckets.json')).verdict == 'noRules'
assert !new File(basedir, '${project.build.directory}').exists()
