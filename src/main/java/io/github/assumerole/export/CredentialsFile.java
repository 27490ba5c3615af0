package io.github.assumerole.export;

import io.github.assumerole.role.SessionCredentials;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An AWS shared credentials file in the build directory, readable only by its owner. A forked JVM or a command-line
 * tool finds it with {@code AWS_SHARED_CREDENTIALS_FILE}, so that no secret is in a POM, a report or an argument list.
 * Next to it is a config file for {@code AWS_CONFIG_FILE}, because a role in the user's own config file would take
 * precedence over the credentials.
 */
public final class CredentialsFile implements CredentialExport {
    private final BuildFile credentialsFile;
    private final BuildFile configFile;
    private final Set<String> profiles;

    /**
     * @param buildDirectory created if it is missing; can itself be a symbolic link
     * @param name of the files without extension, relative to the build directory, and inside of it
     * @param profiles that contain the session, whichever one a process selects
     */
    public CredentialsFile(Path buildDirectory, String name, Set<String> profiles) {
        this.credentialsFile = new BuildFile("credentials file", buildDirectory, name + "credentials");
        this.configFile = new BuildFile("config file", buildDirectory, name + "config");
        this.profiles = profiles;
    }

    /** The absolute path of the credentials file. */
    public Path path() {
        return credentialsFile.path();
    }

    /** The absolute path of the config file. */
    public Path configPath() {
        return configFile.path();
    }

    @Override
    public String accept(SessionCredentials credentials) {
        credentialsFile.write(profiles.stream()
                .map(profile -> credentials(profile, credentials))
                .collect(Collectors.joining("\n")));
        configFile.write(
                profiles.stream().map(profile -> config(profile, credentials)).collect(Collectors.joining("\n")));
        return "file " + path();
    }

    /** Deletes the files if they exist. */
    public void delete() {
        try {
            credentialsFile.delete();
        } finally {
            configFile.delete();
        }
    }

    private static String config(String profile, SessionCredentials credentials) {
        return """
                [%s]
                region = %s
                """
                .formatted(
                        profile.equals(InheritedEnvironment.DEFAULT) ? profile : "profile " + profile,
                        credentials.region());
    }

    private static String credentials(String profile, SessionCredentials credentials) {
        return """
                [%s]
                aws_access_key_id = %s
                aws_secret_access_key = %s
                aws_session_token = %s
                """
                .formatted(
                        profile,
                        credentials.accessKeyId(),
                        credentials.secretAccessKey().reveal(),
                        credentials.sessionToken().reveal());
    }
}
