io.github.assumerole.it.Scenario.begin(context)
new File(basedir, 'token').text = context.aws.issueWebIdentityToken('sts.amazonaws.com', 'repo:shop/shop:ref:refs/heads/main', java.time.Duration.ofMinutes(5))
return true
