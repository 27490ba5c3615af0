def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'ListBuckets', 1
build.shows 'Bucket gate undecided: 1 of 2 rules could not be checked'
build.shows '  - allow s3:ListAllMyBuckets on * in the policies of the role'
build.shows '  - allow s3:ListBucket on arn:aws:s3:::'
build.shows 'MojoExecutionException'
assert new File(basedir, 'build.log').readLines().count { it.contains('What to try') } == 1
