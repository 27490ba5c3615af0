package io.github.assumerole.export;

import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.text.InvalidConfigurationException;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * An export target that all modules of a build have in common. Modules of a sequential build can export one role after
 * another to it; in a parallel build they would use each other's role, so that is rejected.
 *
 * @param name as in the parameter {@code exportTo}
 * @param shared lives as long as the build; of JDK types, because all class realms of the plugin share it, and of
 *     suppliers, because their text is not the value
 * @param parallel whether modules are built in parallel
 */
public record SharedTarget(String name, ConcurrentMap<String, Supplier<String>> shared, boolean parallel) {

    /**
     * Runs {@code export}, one at a time in a build.
     *
     * @throws InvalidConfigurationException if the target contains another role's credentials that a parallel module
     *     can use
     */
    public void export(SessionCredentials credentials, Runnable export) {
        String role = roleOf(credentials);
        // The map is the only object that all class realms of the plugin have in common.
        synchronized (shared) {
            String present = shared.getOrDefault("role in " + name, () -> role).get();
            if (parallel && !present.equals(role)) {
                throw new InvalidConfigurationException(
                        "exportTo",
                        name + " already contains the credentials of " + present
                                + ", and this parallel build would replace them with those of " + role
                                + " while other modules use them; build without -T, assume the same role in all"
                                + " modules, or export to credentialsFile or projectProperties, which are separate for"
                                + " each module");
            }
            export.run();
            shared.put("role in " + name, () -> role);
        }
    }

    /** The session's ARN without the session name, which can differ between modules. */
    private static String roleOf(SessionCredentials credentials) {
        String arn = credentials.assumedRoleArn();
        int sessionName = arn.lastIndexOf('/');
        return sessionName < 0 ? arn : arn.substring(0, sessionName);
    }
}
