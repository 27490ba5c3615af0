io.github.assumerole.it.Scenario.begin(context)
def token = context.aws.issueWebIdentityToken('sts.amazonaws.com', 'repo:shop/shop:ref:refs/heads/main', java.time.Duration.ofMinutes(5))
// What the launcher of Maven sources: a script cannot set variables of the build.
new File(basedir, '.mavenrc').text = "export GITLAB_OIDC_TOKEN=$token\n"
return true
