def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows 'Cannot run assume-role: Maven is offline (-o, or <offline> in settings.xml), and this goal has to call AWS.'
