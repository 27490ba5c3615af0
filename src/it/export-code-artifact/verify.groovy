def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
build.called 'GetAuthorizationToken', 1
build.shows ' -> repositories libs'
build.shows ' -> repositories libs-with-keys'
assert build.aws().artifacts().contains('/maven/libs/it/root/1/root-1.pom')
assert build.aws().artifacts().contains('/maven-with-keys/libs/it/keys/1/keys-1.pom')
