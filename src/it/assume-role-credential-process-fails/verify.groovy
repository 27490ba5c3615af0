def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
def config = new File(basedir, 'aws-config')
build.shows 'Cannot use the profile by-process: ' + config + ', line 2, profile by-process, credential_process printed' +
        ' credentials that expired at 2020-01-01T00:00:00Z:' +
        ' "Your SSO session is over: run corp-login (password: ****)"'
build.doesNotShow 'secret-of-the-command-line'
// The SDK's own warnings, of which one quotes the command line.
build.doesNotShow 'Ignoring profile'
