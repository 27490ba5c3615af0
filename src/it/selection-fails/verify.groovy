def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows 'excludes: required bucket app-releases is among excludes \'*-releases\''
build.shows 'includes: forbidden pattern \'web*\' is outside of includes \'app-*\''
