// The log file exists and contains the secret.
context.aws.close()
assert new File(basedir, 'target/maven.log').text.contains('maven.log contains the secret access key')
assert new File(basedir, 'target/maven.log').readLines().count { it.contains('Debug logging is on, and other plugins log project properties') } == 1
