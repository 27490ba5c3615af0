def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'ListBuckets', 1
assert new File(basedir, 'target/repository/it/app/1/app-1.pom').isFile()
