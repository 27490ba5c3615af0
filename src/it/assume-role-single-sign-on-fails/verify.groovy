def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows 'the profile sso: The SSO session associated with this profile has expired or is otherwise invalid.'
build.shows 'run `aws sso login --profile sso` or `aws login --profile sso`'
