def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'Bucket gate passed: 4 rules hold, checked against 2,500 buckets'
build.shows 'Bucket gate passed: 2 rules hold, checked against 1,000 buckets with prefix \'bulk-1\''
build.shows 'Bucket gate passed: 3 rules hold, checked against 2,500 buckets'
