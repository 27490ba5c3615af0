def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.shows '[DEBUG]'
build.shows 'No secrets found in'
build.doesNotShow 'Debug logging is on, and other plugins log project properties'
new File(basedir, 'target').eachFileRecurse(groovy.io.FileType.FILES) { build.containsNoSecret it.toPath() }
