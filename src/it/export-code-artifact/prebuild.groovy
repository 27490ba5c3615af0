io.github.assumerole.it.Scenario.begin(context)
context.get('userProperties').put('it.endpoint', context.get('aws').endpoint().toString())
