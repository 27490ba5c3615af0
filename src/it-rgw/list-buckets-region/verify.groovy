def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'Bucket gate passed: 2 rules hold, checked against 5 buckets in region default'
