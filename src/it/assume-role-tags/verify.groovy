def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
def sent = build.aws().calls('AssumeRole')[0].parameters()
assert sent['SourceIdentity'] == 'bob'
assert sent['Tags.member.1.Key'] == 'Project' && sent['Tags.member.1.Value'] == 'shop'
assert sent['Tags.member.2.Key'] == 'Team'
assert sent['TransitiveTagKeys.member.1'] == 'Project'
