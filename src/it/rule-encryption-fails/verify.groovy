def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'Bucket gate failed: 1 violation of 1 rule'
build.shows 'MojoFailureException'
build.shows 'app-logs: encryption is aws:kms, expected AES256'
