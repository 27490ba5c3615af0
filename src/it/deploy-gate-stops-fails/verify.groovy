def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
build.shows 'required bucket app-artefacts does not exist; did you mean app-artifacts?'
assert !new File(basedir, 'target/repository').exists()
