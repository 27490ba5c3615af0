// A gate that says no is worth showing, too: only the log's silence about secrets is checked.
io.github.assumerole.it.Scenario.end(context, basedir)
return true
