package io.github.assumerole.aws.credentials;

import io.github.assumerole.aws.profile.ActiveProfile;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * The lines of one profile that are not about its credentials.
 *
 * @param lines returns the value of a line, if the profile has it
 */
public record ProfileLines(String profile, Function<String, Optional<String>> lines) {
    /**
     * Reads a profile.
     *
     * @param configured empty for the profile of the environment
     */
    public static ProfileLines of(Optional<String> configured) {
        String name = ActiveProfile.name(configured);
        try {
            return ProfileFile.defaultProfileFile()
                    .profile(name)
                    .map(profile -> new ProfileLines(name, profile::property))
                    .orElseGet(() -> new ProfileLines(name, line -> Optional.empty()));
        } catch (RuntimeException unreadable) {
            // SharedFiles.check reports it.
            return new ProfileLines(name, line -> Optional.empty());
        }
    }
}
