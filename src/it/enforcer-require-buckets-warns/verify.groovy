def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'ListBuckets', 1
build.shows 'Rule 0: io.github.assumerole.goal.RequireBuckets warned with message:'
build.shows 'required bucket app-artefacts does not exist; did you mean app-artifacts?'
