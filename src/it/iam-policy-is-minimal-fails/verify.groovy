def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 5
assert new File(basedir, 'build.log').text.count('Bucket gate undecided') >= 5
build.doesNotShow 'Bucket gate passed'
