def build = io.github.assumerole.it.Scenario.end(context, basedir)
assert new groovy.json.JsonSlurper().parse(new File(basedir, 'target/assume-role/list-buckets.json')).verdict == 'passed'
assert !new File(basedir, '${project.build.directory}').exists()
