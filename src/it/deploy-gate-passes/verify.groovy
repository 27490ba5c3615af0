def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
build.called 'ListBuckets', 3
for (artifact in ['root', 'a', 'b']) {
    assert new File(basedir, "target/repository/it/$artifact/1/$artifact-1.pom").isFile()
}
