io.github.assumerole.it.Scenario.begin(context)
def proxy = io.github.assumerole.standin.LocalProxy.to(context.aws.endpoint())
context.put('proxy', proxy)
context.get('userProperties').put('assume-role.endpointUrl', 'http://aws.invalid')
new File(basedir, 'proxy.xml').text = """<settings>
  <proxies>
    <proxy>
      <id>corporate</id>
      <active>true</active>
      <protocol>http</protocol>
      <host>127.0.0.1</host>
      <port>${proxy.port()}</port>
      <nonProxyHosts>*.invalid</nonProxyHosts>
    </proxy>
  </proxies>
</settings>
"""
return true
