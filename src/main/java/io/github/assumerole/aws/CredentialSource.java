package io.github.assumerole.aws;

import io.github.assumerole.text.Keywords;
import java.util.List;
import java.util.stream.Stream;

/** Where a role profile without a source profile has its credentials from: what its credential_source may be. */
enum CredentialSource {
    ENVIRONMENT("Environment", "the system properties or environment variables"),
    INSTANCE("Ec2InstanceMetadata", "the EC2 instance metadata"),
    CONTAINER("EcsContainer", "the container");

    private final String text;
    private final String words;

    CredentialSource(String text, String words) {
        this.text = text;
        this.words = words;
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException listing what it may be
     */
    static CredentialSource parse(String text) {
        return Stream.of(values())
                .filter(it -> it.text.equalsIgnoreCase(text))
                .findFirst()
                .orElseGet(() -> Keywords.parse(text, List.of(values()), it -> it.text));
    }

    BaseCredentials find(String attempt, Surroundings surroundings) {
        return CredentialPlace.first(
                places(surroundings),
                attempt,
                List.of("check that there are credentials in " + words
                        + ", where credential_source says that they are"));
    }

    private List<CredentialPlace> places(Surroundings surroundings) {
        return switch (this) {
            case ENVIRONMENT ->
                List.of(CredentialPlace.systemProperties(surroundings), CredentialPlace.environmentVariables());
            case INSTANCE -> List.of(CredentialPlace.instance());
            case CONTAINER -> List.of(CredentialPlace.container());
        };
    }
}
