def build = io.github.assumerole.it.Scenario.end(context, basedir)
context.proxy.close()
build.called 'AssumeRole', 0
build.shows 'unknown host'
