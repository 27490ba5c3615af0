def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows 'rules: no account satisfies both: required bucket app-logs, forbidden pattern \'app-l*\''
build.shows 'excludes: required bucket app-releases is among excludes \'*-releases\''
build.shows 'includes: forbidden pattern \'web*\' is outside of includes \'app-*\''
build.shows 'bucketRegion: forbidden bucket app-cache is perhaps outside of bucketRegion eu-west-1'
build.shows 'lookup: is head, which looks up single bucket names'
build.shows 'MojoExecutionException'
