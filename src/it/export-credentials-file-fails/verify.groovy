def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows 'it is there: true'
build.shows '[WARNING] exportTo credentialsFile: processes that inherit AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY use these, not the credentials of the role. Remove them from the environment of the process, for example with <excludedEnvironmentVariables> of Surefire, or start Maven without them.'
assert !new File(basedir, 'target/assume-role/aws.credentials').exists()
