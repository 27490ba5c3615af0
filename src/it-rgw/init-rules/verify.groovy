def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'Rules for 5 buckets ->'
build.shows 'Bucket gate passed: 5 rules hold, checked against 5 buckets'
