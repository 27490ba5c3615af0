io.github.assumerole.it.Scenario.begin(context)
def aws = context.aws
aws.afterCalls('ListBuckets', 1) { aws.create('444455556666', 'app-of-tomorrow', 'eu-central-1') }
return true
