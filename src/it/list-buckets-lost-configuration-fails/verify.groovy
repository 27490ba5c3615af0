def build = io.github.assumerole.it.Scenario.end(context, basedir)
build.called 'AssumeRole', 0
[
        "availableNames: assume-role.availableNames is empty; set a value or remove it",
        "assume-role.bucketRules: unknown property; bucketRules is POM only (iam-policy, list-buckets); set <bucketRules> in the POM",
        "failIfNoRules: assume-role.failIfNoRules is 'yes', expected true or false",
        "assume-role.maxBucket: unknown property of the POM or of settings.xml; did you mean assume-role.maxBuckets (iam-policy, list-buckets)?",
        "assume-role.minBucket: unknown system property; did you mean assume-role.minBuckets (iam-policy, list-buckets)?",
        "assume-role.requiredbuckets: unknown property; did you mean assume-role.requiredBuckets (iam-policy, list-buckets)?",
        "requiredBucket: unknown parameter; did you mean requiredBuckets (iam-policy, list-buckets)?",
        "forbiddenBucket: unknown parameter; did you mean forbiddenBuckets (iam-policy, list-buckets)?",
        "failIfNoRule: unknown parameter; did you mean failIfNoRules (list-buckets)?",
        "transitiveTagKeys: is given twice, and Maven uses only one; merge the two elements",
        "forbiddenBuckets: is given twice, and Maven uses only one; merge the two elements",
        "excludes: is empty; set a value or remove it",
        "region: is empty; set a value or remove it",
        "failOnViolation: is 'ture', expected true or false",
        "sessionTags.Team: is empty; set a value or remove it",
        "recieptFile (execution session): unknown parameter; did you mean receiptFile (assume-role)?",
        "bucketRules: \${nope} is not defined; define it or remove <bucketRules>",
        "externalId: \${nope} is not defined; define it or remove <externalId>",
        "minBuckets: \${assume-role.minBuckets} is not defined; define it or remove <minBuckets>",
        "quiet: \${nope} is not defined; define it or remove <quiet>",
        "sessionTags.Project: \${nope} is not defined; define it or remove <Project>",
        "requiredBuckets: the POM has 'app-in-pom', but assume-role.requiredBuckets is 'app-logs'; remove one of them",
        "prefix: the POM sets it, so assume-role.prefix is ignored; remove one of them"
].each { build.shows it }
build.doesNotShow 'assume-role.stage'
build.doesNotShow 'gate passed'
