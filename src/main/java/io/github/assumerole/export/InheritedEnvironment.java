package io.github.assumerole.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What other plugins and forked processes inherit from Maven. Some of it takes precedence over exported credentials, so
 * that a process would act as somebody else than the role.
 *
 * @param variables the environment variables
 * @param userProperties the names of the properties of the command line, which Surefire passes to test JVMs
 * @param home the home directory, which contains the config file unless AWS_CONFIG_FILE is set
 */
public record InheritedEnvironment(Map<String, String> variables, Set<String> userProperties, Path home) {
    static final String DEFAULT = "default";

    /** As the SDKs for Java 1.x and Go read them. */
    private static final List<String> KEY_IDS = List.of("AWS_ACCESS_KEY_ID", "AWS_ACCESS_KEY");

    private static final List<String> SECRET_KEYS = List.of("AWS_SECRET_ACCESS_KEY", "AWS_SECRET_KEY");
    private static final List<String> WEB_IDENTITY = List.of("AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_ROLE_ARN");

    /** In the order of the AWS CLI. */
    private static final List<String> PROFILES = List.of("AWS_DEFAULT_PROFILE", "AWS_PROFILE");

    /** What the SDK for Java reads as a profile name. */
    private static final Pattern PROFILE_NAME = Pattern.compile("[\\w/.%@:+-]+");

    /** The profiles that a process can select without its own configuration: the default one and those named. */
    public Set<String> profiles() {
        Set<String> profiles = new LinkedHashSet<>(List.of(DEFAULT));
        set(PROFILES)
                .map(variables::get)
                .map(String::strip)
                .filter(name -> PROFILE_NAME.matcher(name).matches())
                .forEach(profiles::add);
        return profiles;
    }

    /** Warns of variables that the AWS SDK for Java 1.x reads before the system properties. */
    public Optional<String> systemPropertiesWarning() {
        List<String> keys = keys();
        return keys.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "exportTo systemProperties: plugins with the default credential provider chain of the AWS SDK"
                                + " for Java 1.x use " + and(keys)
                                + " of the environment, not the credentials of the role. Start"
                                + " Maven without these variables, and configure the base credentials with <profile>,"
                                + " <serverId> or <webIdentity>.");
    }

    /**
     * Warns of what AWS tools read before the credentials file, or before the keys in it.
     *
     * @param property with the path of our config file
     */
    public List<String> credentialsFileWarnings(String property) {
        return Stream.of(variablesBeforeFile().stream(), propertiesBeforeFile().stream(), profilesBeforeFile(property))
                .flatMap(warnings -> warnings)
                .toList();
    }

    private Optional<String> variablesBeforeFile() {
        List<String> hiding = Stream.concat(
                        keys().stream(),
                        Stream.of(WEB_IDENTITY)
                                .filter(all -> set(all).count() == all.size())
                                .flatMap(List::stream))
                .toList();
        return hiding.isEmpty()
                ? Optional.empty()
                : Optional.of("exportTo credentialsFile: processes that inherit " + and(hiding)
                        + " use these, not the credentials of the role. Remove them from the environment of the"
                        + " process, for example with <excludedEnvironmentVariables> of Surefire, or start Maven without"
                        + " them.");
    }

    private Optional<String> propertiesBeforeFile() {
        return userProperties.containsAll(List.of("aws.accessKeyId", "aws.secretAccessKey"))
                ? Optional.of("exportTo credentialsFile: Surefire passes -Daws.accessKeyId and -Daws.secretAccessKey to"
                        + " test JVMs, which use these, not the credentials of the role. Configure the base credentials"
                        + " with <profile> or <serverId>.")
                : Optional.empty();
    }

    private Stream<String> profilesBeforeFile(String property) {
        List<String> selecting = set(PROFILES).toList();
        return selecting.isEmpty()
                ? hides(DEFAULT, "", property).stream()
                : selecting.stream()
                        .flatMap(variable ->
                                hides(variables.get(variable).strip(), " of " + variable, property).stream());
    }

    private Optional<String> hides(String profile, String source, String property) {
        return configFile().flatMap(file -> identityIn(file, profile)
                .map(line -> "exportTo credentialsFile: processes that inherit"
                        + " this environment use " + line + " of the profile " + profile + source + " in " + file
                        + ", not the credentials of the role. Set AWS_CONFIG_FILE to ${" + property
                        + "} in the environment of the process, as well as AWS_SHARED_CREDENTIALS_FILE."));
    }

    private Optional<Path> configFile() {
        String configured = variables.getOrDefault("AWS_CONFIG_FILE", "").strip();
        try {
            if (configured.isEmpty()) {
                return Optional.of(home.resolve(".aws").resolve("config"));
            }
            return Optional.of(
                    configured.startsWith("~/") ? home.resolve(configured.substring(2)) : Path.of(configured));
        } catch (InvalidPathException invalid) {
            return Optional.empty();
        }
    }

    /** The first line of the profile that selects an identity in preference to keys. */
    private static Optional<String> identityIn(Path file, String profile) {
        String name = Pattern.quote(profile);
        Pattern section = Pattern.compile("\\[\\s*(profile\\s+(" + name + "|\"" + name + "\"|'" + name + "')"
                + (profile.equals(DEFAULT) ? "|default" : "") + ")\\s*].*");
        boolean inSection = false;
        for (String line : lines(file)) {
            if (line.startsWith("[")) {
                inSection = section.matcher(line).matches();
            } else if (inSection && line.matches("(role_arn|sso_\\w+|login_session)\\s*=.*")) {
                return Optional.of(line.substring(0, line.indexOf('=')).strip());
            }
        }
        return Optional.empty();
    }

    private static List<String> lines(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** The variables with an access key, if there is a complete one. */
    private List<String> keys() {
        List<String> ids = set(KEY_IDS).toList();
        List<String> secrets = set(SECRET_KEYS).toList();
        return ids.isEmpty() || secrets.isEmpty()
                ? List.of()
                : Stream.concat(ids.stream(), secrets.stream()).toList();
    }

    private Stream<String> set(List<String> names) {
        return names.stream().filter(name -> !variables.getOrDefault(name, "").isBlank());
    }

    private static String and(List<String> names) {
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
