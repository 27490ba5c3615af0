def build = io.github.assumerole.it.Rgw.end(context, basedir)
// Failed without export, and, if the base user's keys are in the environment, with export.
['wagon-seahen': 1, 'wagon-gkatzioura': 2, 'wagon-allogy': 2, 's3-upload': 2, flyway: 1, exec: 1, antrun: 1, forks: 1].each { project, times ->
    build.shows " on project $project: ", times
}
build.shows '(s3://releases/wagon-seahen): Could not connect to repository: AccessDenied ', 1
build.shows '(s3://releases/wagon-allogy): Could not connect to repository: AccessDenied ', 2
build.shows ' on project s3-upload: Execution default of goal com.bazaarvoice.maven.plugins:s3-upload-maven-plugin:1.5:s3-upload failed: AccessDenied ', 2
build.shows ' on project flyway: software.amazon.awssdk.services.s3.model.AccessDeniedException', 1
build.shows 'Successfully applied 1 migration to schema "PUBLIC"', 1
// The bucket belongs to another user; only the role can write to it.
def files = ['pom', 'pom.md5', 'pom.sha1'].collect { "1/%s-1.$it" } + ['', '.md5', '.sha1'].collect { "maven-metadata.xml$it" }
def deployed = ['wagon-gkatzioura', 'wagon-seahen'].collectMany { wagon -> files.collect { "$wagon/it/$wagon/" + String.format(it, wagon) } }
def expected = deployed + ['antrun', 'exec/file', 'exec/variables', 'forks/failsafe', 'forks/surefire', 'migrations/V1__create.sql', 's3-upload/pom.xml']
def objects = io.github.assumerole.it.Rgw.objects(basedir, 'releases')
assert objects == expected*.toString().sort()
