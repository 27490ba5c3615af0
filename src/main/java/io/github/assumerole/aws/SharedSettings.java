package io.github.assumerole.aws;

import io.github.assumerole.aws.profile.ProfileLines;
import io.github.assumerole.aws.profile.SharedFilesCache;
import io.github.assumerole.text.ConfigurationProblems;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The settings of the AWS CLI and the SDKs that this plugin honours: of a variable, else of the profile. */
public final class SharedSettings {
    private final Map<String, String> environment;
    private final Optional<String> profile;
    private final SharedFilesCache files;

    /**
     * @param environment the environment variables of the build
     * @param profile the configured profile; empty for that of the environment
     * @param files where the profile is
     */
    public SharedSettings(Map<String, String> environment, Optional<String> profile, SharedFilesCache files) {
        this.environment = environment;
        this.profile = profile;
        this.files = files;
    }

    /**
     * The certificate authorities of servers, if they are set.
     *
     * @param reader {@link CaBundle#read}, or a cache of it
     */
    public Optional<CaBundle> caBundle(ConfigurationProblems problems, Function<Path, CaBundle> reader) {
        return find(Optional.empty(), "AWS_CA_BUNDLE", "ca_bundle")
                .flatMap(setting ->
                        problems.optional(setting.name(), setting.value(), file -> reader.apply(Path.of(file))));
    }

    /** The number of attempts, if it is set. */
    public Optional<Integer> maxAttempts(ConfigurationProblems problems) {
        return find(Optional.of("aws.maxAttempts"), "AWS_MAX_ATTEMPTS", "max_attempts")
                .flatMap(setting -> problems.optional(setting.name(), setting.value(), SharedSettings::attempts));
    }

    private Optional<Setting> find(Optional<String> property, String variable, String line) {
        return property.flatMap(name -> setting(name, System.getProperty(name)))
                .or(() -> setting(variable, environment.get(variable)))
                .or(() -> ofProfile(line));
    }

    private Optional<Setting> ofProfile(String line) {
        ProfileLines read = ProfileLines.of(profile.filter(name -> !name.isBlank()), files);
        return read.values().apply(line).flatMap(value -> setting(read.labels().apply(line), value));
    }

    /** As in the AWS CLI, an empty value means that none is set. */
    private static Optional<Setting> setting(String name, String value) {
        return Optional.ofNullable(value)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> new Setting(name, text));
    }

    private static int attempts(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("'" + text + "' is not a number of attempts; expected 1 or more");
        }
        return Integer.parseInt(text);
    }

    /** A setting and where it was found. */
    private record Setting(String name, String value) {}
}
