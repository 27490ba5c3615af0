package io.github.assumerole.aws.profile;

import static java.util.function.Predicate.not;

import java.util.Optional;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/** Which profile applies. An empty AWS_PROFILE counts as unset: the SDK would search for a profile without a name. */
public final class ActiveProfile {
    private static final String DEFAULT = "default";

    private ActiveProfile() {}

    /** The name of the profile: the configured one, else that of the environment, else {@code default}. */
    public static String name(Optional<String> configured) {
        return configured.or(ActiveProfile::ofEnvironment).orElse(DEFAULT);
    }

    /** The profile that AWS_PROFILE or the system property names; empty for {@code default}, which need not exist. */
    public static Optional<String> ofEnvironment() {
        return ProfileFileSystemSetting.AWS_PROFILE
                .getNonDefaultStringValue()
                .filter(not(String::isBlank))
                .filter(not(DEFAULT::equals));
    }
}
