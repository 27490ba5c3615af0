def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
build.shows 'Tests run: 1, Failures: 0, Errors: 0, Skipped: 0'
new File(basedir, 'target/surefire-reports').eachFile { build.containsNoSecret it.toPath() }
