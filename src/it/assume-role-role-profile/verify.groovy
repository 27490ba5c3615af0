def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 2
def first = build.aws().calls('AssumeRole')[0].parameters()
assert first['DurationSeconds'] == '1800' && first['RoleSessionName'] == 'from-profile'
build.shows 'Assumed role ci-deploy in account 444455556666 as maven-app'
build.shows 'Assumed role ci-runner in account 111122223333 as from-profile'
build.shows '1 bucket in account 111122223333, as role ci-runner'
