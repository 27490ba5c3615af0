def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'app-logs: versioning is Disabled, expected Enabled - see the audit of 2026'
build.shows 'Bucket gate passed'
