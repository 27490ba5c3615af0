io.github.assumerole.it.Scenario.begin(context)
println "The embedded AWS (STS and S3) listens on ${context.aws.endpoint()}"
