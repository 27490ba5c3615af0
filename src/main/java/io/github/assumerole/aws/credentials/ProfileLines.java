package io.github.assumerole.aws.credentials;

import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

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
        String name = configured.orElseGet(ProfileFileSystemSetting.AWS_PROFILE::getStringValueOrThrow);
        try {
            return ProfileFile.defaultProfileFile()
                    .profile(name)
                    .map(profile -> new ProfileLines(name, profile::property))
                    .orElseGet(() -> new ProfileLines(name, line -> Optional.empty()));
        } catch (RuntimeException unreadable) {
            // Reported when the credentials are read.
            return new ProfileLines(name, line -> Optional.empty());
        }
    }
}
