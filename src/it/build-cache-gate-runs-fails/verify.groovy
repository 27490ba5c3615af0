def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'Found cached build, restoring it:app from cache'
build.called 'ListBuckets', 2
build.shows 'required bucket app-artefacts does not exist; did you mean app-artifacts?'
