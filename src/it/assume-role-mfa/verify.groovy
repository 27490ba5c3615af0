def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
build.shows 'Assumed role mfa-only in account 444455556666'
build.doesNotShow '123456'
