def build = io.github.assumerole.it.Scenario.end(context, basedir, '::add-mask::')
build.called 'AssumeRole', 1
def session = build.aws().calls('AssumeRole')[0].parameters()['RoleSessionName']
assert session == 'maven-app-4711'
