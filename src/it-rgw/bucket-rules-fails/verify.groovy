def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'Bucket gate failed: 4 violations of 1 rule'
build.shows 'app-logs: region is default, expected eu-* [PRESENT by GetBucketLocation, HTTP 200'
build.shows 'app-logs: versioning is Disabled, expected Enabled [PRESENT by GetBucketVersioning, HTTP 200'
build.shows 'app-logs: publicAccessBlocked is false'
build.shows 'app-logs: tag team is not set, expected \'core\' [PRESENT by GetBucketTagging, HTTP 404, NoSuchTagSet'
build.shows 'MojoFailureException'
