def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows 'profile: is set, and so is webIdentity; set only one source of base credentials'
build.shows 'externalId: cannot be sent with a web identity token'
