io.github.assumerole.it.Scenario.begin(context)
