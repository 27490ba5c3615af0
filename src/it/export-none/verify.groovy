def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 1
build.shows ' -> goals of this plugin only'
build.shows 'key ${aws.accessKeyId}'
build.shows 'Bucket gate passed'
new File(basedir, 'target').eachFileRecurse(groovy.io.FileType.FILES) { build.containsNoSecret it.toPath() }
