def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
build.called 'GetAuthorizationToken', 0
build.shows ' -> goals of this plugin only'
build.shows '401'
assert build.aws().artifacts().isEmpty()
