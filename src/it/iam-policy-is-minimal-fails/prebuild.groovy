import static io.github.assumerole.standin.StandardWorld.BOB_ARN
import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import io.github.assumerole.standin.World

def file = new File(basedir, 'target/policies.json')
def printed = { new JsonSlurper().parse(file).rolePermissions }
// Each session lacks a different one of the printed actions: the first, the second, ...
def allowed = {
    def policy = printed()
    def lacking = context.aws.calls('AssumeRole').size() - 1
    def grants = policy.Statement.collectMany { statement -> [statement.Action].flatten().collect { action -> [Effect: 'Allow', Action: action, Resource: statement.Resource] } }
    assert grants.size() == 5
    grants.remove(lacking)
    policy.Statement = grants
    policy
}
def world = World.standard().account('555566667777') { account ->
    account.role('gate') { it.trusts(BOB_ARN).permissionsOf { JsonOutput.toJson(allowed()) } }
        .bucket('shop-data', 'eu-central-1', java.time.Instant.EPOCH)
}.build()
io.github.assumerole.it.Scenario.begin(context, world)
return true
