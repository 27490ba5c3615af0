io.github.assumerole.it.Scenario.begin(context)
def token = context.aws.issueWebIdentityToken('sts.amazonaws.com', 'repo:shop/shop:ref:refs/heads/main', java.time.Duration.ofMinutes(5))
def github = com.sun.net.httpserver.HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
github.createContext('/') { exchange ->
    def hasAudience = exchange.requestURI.query.contains('audience=sts.amazonaws.com')
    def authorized = exchange.requestHeaders.getFirst('Authorization') == 'bearer request-token'
    def response = (hasAudience && authorized ? '{"value": "' + token + '"}' : '{}').bytes
    exchange.sendResponseHeaders(hasAudience && authorized ? 200 : 403, response.length)
    exchange.responseBody.write(response)
    exchange.close()
}
github.start()
context.put('github', github)
// The Maven launcher sources .mavenrc; a script cannot set environment variables of the build.
new File(basedir, '.mavenrc').text = """export ACTIONS_ID_TOKEN_REQUEST_TOKEN=request-token
export ACTIONS_ID_TOKEN_REQUEST_URL=http://127.0.0.1:${github.address.port}/token?api-version=2.0
"""
return true
