def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows 'rulesFile: '
build.shows '-Dassume-role.overwrite'
assert new File(basedir, 'rules.xml').text.contains('app-artifacts')
