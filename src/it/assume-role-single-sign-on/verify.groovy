io.github.assumerole.it.SingleSignOn.end(context)
def build = io.github.assumerole.it.Scenario.end(context, basedir)
assert build.aws().calls('AssumeRole').last().callerArn() == 'arn:aws:sts::111122223333:assumed-role/ci-runner/dev'
build.shows 'Assumed role ci-deploy in account 444455556666'
