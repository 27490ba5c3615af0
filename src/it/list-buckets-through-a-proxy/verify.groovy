def build = io.github.assumerole.it.Scenario.end(context, basedir)
context.proxy.close()
build.called 'AssumeRole', 1
build.called 'ListBuckets', 1
