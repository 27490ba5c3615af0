def build = io.github.assumerole.it.Rgw.end(context, basedir)
build.shows 'allowedAccountIds: roleArn arn:aws:iam:::role/lister belongs to an unknown account; allowed accounts: 111122223333'
build.doesNotShow 'Assumed role'
