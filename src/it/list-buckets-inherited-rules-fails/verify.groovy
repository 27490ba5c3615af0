def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
['requiredBuckets', 'bucketRules'].each {
  build.shows it + ': is configured in it:app:1, execution gate and in it:company:1, pluginManagement, and Maven merges the two by position, so entries are lost or mixed.' +
      ' In it:app:1, execution gate, set combine.children="append" on the element to use the entries of both, or combine.self="override" to use only its own'
}
build.shows 'bucketRules[1]: <versionning> is not an element of <rule>; did you mean <versioning>? Allowed: <bucket>, '
build.shows 'bucketRules[1] (app-artifacts).encryption: ${nope} is not defined; define it or write a value'
build.shows 'bucketRules[1] (app-artifacts).tags.team: is empty; set a value or remove it'
