def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
build.shows 'endpointUrl: \'localhost:4566\' is not an http or https URL with a host'
build.shows 'roleArn: \'arn:aws:iam::44445555666:user/ci-deploy\' has the account ID \'44445555666\' of 11 characters, expected 12 digits'
build.shows 'roleSessionName: \'release 1.4\' has a space at position 8; allowed are letters, digits and _+=,.@-; change it, or set sanitizeSessionName=true to use \'release-1.4\''
build.shows 'durationSeconds: 60 is too small, expected 900 to 43200'
build.shows 'policy: is not valid JSON: line 1, column 26 has \'}\' where a name in double quotes is expected'
build.shows 'propertyPrefix: \'my aws.\' cannot start a property name'
build.shows 'profile: is set, and so is webIdentity; set only one source of base credentials'
build.shows 'externalId: cannot be sent with a web identity token'
build.shows 'exportTo: \'files\' is not one of '
build.shows 'exportServerId: is missing; set it to the id of the server that settingsServer sets'
