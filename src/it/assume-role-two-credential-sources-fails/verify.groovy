def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows 'profile: is set, and so is webIdentity; credentials can come from one of them alone'
build.shows 'externalId: cannot be sent with a web identity token'
