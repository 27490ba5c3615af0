def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows '  - the profile in-iceland: '
build.shows '  - check that ~/.aws/config or ~/.aws/credentials has the profile in-iceland'
