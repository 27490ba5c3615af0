def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'allowedAccountIds: roleArn arn:aws:iam:::role/lister lies in an account that is not known, but allowed is 111122223333'
build.doesNotShow 'Assumed role'
