io.github.assumerole.it.Scenario.begin(context)
def token = context.aws.issueWebIdentityToken('sts.amazonaws.com', 'repo:shop/shop:ref:refs/heads/main', java.time.Duration.ofMinutes(5))
// The Maven launcher sources .mavenrc; a script cannot set environment variables of the build.
new File(basedir, '.mavenrc').text = "export GITLAB_OIDC_TOKEN=$token\n"
return true
