def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
build.shows 'Assumed role ci-deploy in account 444455556666 as maven-reactor'
build.shows 'Reused role ci-deploy in account 444455556666 as maven-reactor'
build.shows 'a sees ASIA'
build.shows 'b sees ASIA'
build.shows 'c sees ASIA'
