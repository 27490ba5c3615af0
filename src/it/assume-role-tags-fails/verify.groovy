def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
build.shows '  - sessionTags need the permission sts:TagSession'
build.shows '  - sourceIdentity needs the permission sts:SetSourceIdentity'
