def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
build.shows '[INFO] Waiting for credential_process of the profile by-process, at most 30 seconds.'
build.shows 'Assumed role ci-deploy in account 444455556666'
