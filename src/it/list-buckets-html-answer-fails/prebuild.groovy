io.github.assumerole.it.Scenario.begin(context)
context.aws.fault('ListBuckets', io.github.assumerole.standin.Fault.html(200))
