import io.github.assumerole.standin.StandardWorld
import io.github.assumerole.standin.World

def world = World.standard()
    .account(StandardWorld.TARGET_ACCOUNT) { it.generatedBuckets('tenant-', 1_000_000) }
    .build()
io.github.assumerole.it.Scenario.begin(context, world)
