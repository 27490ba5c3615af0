// The log is where it was sent to, with the secret.
context.aws.close()
assert new File(basedir, 'target/maven.log').text.contains('maven.log: it holds the secretAccessKey')
assert new File(basedir, 'target/maven.log').readLines().count { it.contains('Debug logging is on, and other plugins log project properties') } == 1
