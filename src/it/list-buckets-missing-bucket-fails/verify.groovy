def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows '5 buckets in account 444455556666, as role ci-deploy'
build.shows 'Bucket gate failed: 3 violations of 3 rules'
build.shows 'required bucket app-artefacts does not exist; did you mean app-artifacts?'
build.shows 'no bucket matches the required pattern \'backup-*\' (searched 5 buckets)'
build.shows 'forbidden bucket app-logs exists (created '
build.shows 'BUILD FAILURE'
build.shows 'MojoFailureException'
