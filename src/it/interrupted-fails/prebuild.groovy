import io.github.assumerole.it.Interruption
import io.github.assumerole.it.Scenario
import io.github.assumerole.standin.Fault
import java.time.Duration

Scenario.begin(context)
context.get('aws').faultAlways('ListBuckets', Fault.stall(Duration.ofMinutes(2)))
Interruption.afterCalls(context, basedir, 'ListBuckets', 2)
