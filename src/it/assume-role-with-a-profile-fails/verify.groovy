def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows 'profile: the profile in-iceland is neither in '
build.shows '; did you mean in-ireland?'
