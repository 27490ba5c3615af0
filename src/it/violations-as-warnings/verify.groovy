def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows '[WARNING] required bucket app-archive does not exist'
build.shows 'Bucket gate failed: 1 violation of 1 rule'
build.shows 'BUILD SUCCESS'
