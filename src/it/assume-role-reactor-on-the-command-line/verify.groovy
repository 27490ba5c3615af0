def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
build.shows ' -> properties aws.* of 4 projects'
build.shows 'a sees ASIA'
build.shows 'b sees ASIA'
build.shows 'c sees ASIA'
