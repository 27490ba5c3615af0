package io.github.assumerole.aws.profile;

import io.github.assumerole.text.InvalidConfigurationException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The lines of the active profile, for settings that are not about its credentials.
 *
 * @param values returns the value of a line, if the profile has it
 * @param labels names a line in messages
 */
public record ProfileLines(Function<String, Optional<String>> values, UnaryOperator<String> labels) {
    /**
     * Reads the profile; without lines if it does not exist or a file is invalid, which others report.
     *
     * @param configured empty for the profile of the environment
     */
    public static ProfileLines of(Optional<String> configured, SharedFilesCache cache) {
        String name = ActiveProfile.name(configured);
        try {
            SharedFiles files = cache.read();
            return new ProfileLines(
                    line -> files.profiles().profile(name).flatMap(profile -> profile.property(line)),
                    line -> files.label(name, line));
        } catch (InvalidConfigurationException reported) {
            return new ProfileLines(line -> Optional.empty(), line -> line);
        }
    }
}
