package io.github.assumerole.sink;

import io.github.assumerole.role.InvalidConfiguration;
import io.github.assumerole.role.SessionCredentials;
import java.util.concurrent.ConcurrentMap;

/**
 * A place that a build has only once, and all of its modules see. Modules one after the other may put the credentials
 * of one role after another there; modules side by side would use each other's role, so that is refused.
 */
public final class SharedPlace {
    private static final String HOLDER = "holder of ";

    private final String name;
    private final ConcurrentMap<String, String> memory;
    private final boolean parallel;

    /**
     * @param name as the parameter {@code exportTo} has it
     * @param memory lives as long as the build; of types of the JDK, since two realms of the plugin share it
     * @param parallel whether modules are built side by side
     */
    public SharedPlace(String name, ConcurrentMap<String, String> memory, boolean parallel) {
        this.name = name;
        this.memory = memory;
        this.parallel = parallel;
    }

    /**
     * Runs {@code write}, one at a time in the whole build.
     *
     * @throws InvalidConfiguration when another role's credentials are there, and somebody may be using them
     */
    public void occupy(SessionCredentials credentials, Runnable write) {
        String role = roleOf(credentials);
        // The map is the one object that two realms of the plugin have in common.
        synchronized (memory) {
            String holder = memory.getOrDefault(HOLDER + name, role);
            if (parallel && !holder.equals(role)) {
                throw new InvalidConfiguration(
                        "exportTo",
                        name + " holds the credentials of " + holder
                                + ", and this build has modules side by side: were "
                                + role + " put there as well, modules would use each other's role; build without -T,"
                                + " assume one role in all modules, or export to credentialsFile or"
                                + " projectProperties, of which each module has its own");
            }
            write.run();
            memory.put(HOLDER + name, role);
        }
    }

    /** The session's ARN without the session's name: a renewed session, or another module's, has the same role. */
    private static String roleOf(SessionCredentials credentials) {
        String arn = credentials.assumedRoleArn();
        int sessionName = arn.lastIndexOf('/');
        return sessionName < 0 ? arn : arn.substring(0, sessionName);
    }
}
