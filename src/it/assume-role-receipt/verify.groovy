def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
build.called 'GetCallerIdentity', 1
def file = new File(basedir, 'target/assume-role/receipt.json')
build.containsNoSecret file.toPath()
def receipt = file.text
assert receipt.contains('"roleArn": "arn:aws:iam::444455556666:role/ci-deploy"')
assert receipt.contains('"callerArn": "arn:aws:iam::111122223333:user/bob"')
assert receipt.contains('"credentialsFrom": "the environment variables"')
assert receipt.contains('"requestId": "')
