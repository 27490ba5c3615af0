def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'Reused role lister as maven-app'
build.shows 'website.example.com'
build.shows '5 buckets, as role lister'
build.shows 'Bucket gate passed: 4 rules hold, checked against 5 buckets'
