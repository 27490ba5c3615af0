def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows 'Cannot assume arn:aws:iam::444455556666:role/ci-deploy as maven-app: no AWS credentials were found. Checked, in this order:'
build.shows '  - the system properties: '
build.shows '  - the environment variables: '
build.shows '  - the web identity token file: '
build.shows '  - the shared config and credentials files: '
build.shows '  - the container: '
build.shows '  - the EC2 instance metadata: '
