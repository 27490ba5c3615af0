def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
// One rule in each of two modules: the enforcer must neither mix them up nor cache the verdict.
build.called 'ListBuckets', 4
build.shows 'Rule 0: io.github.assumerole.goal.RequireBuckets failed with message:'
build.shows 'required bucket app-artefacts does not exist; did you mean app-artifacts?'
build.shows 'Rule 1: io.github.assumerole.goal.RequireBuckets passed'
for (module in ['a', 'b']) {
    build.shows "maven-enforcer-plugin:3.7.0:enforce (default) on project $module:"
}
