// The demo may also show a failing gate, so this only checks that the log contains no secret.
io.github.assumerole.it.Scenario.end(context, basedir)
return true
