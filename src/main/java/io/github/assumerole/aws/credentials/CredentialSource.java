package io.github.assumerole.aws.credentials;

import io.github.assumerole.aws.BuildServices;
import io.github.assumerole.text.Keywords;
import java.util.List;

/** The values of credential_source in a role profile. */
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
     * Parses a value.
     *
     * @throws IllegalArgumentException listing the valid values
     */
    static CredentialSource parse(String text) {
        return Keywords.parse(text, List.of(values()), it -> it.text);
    }

    BaseCredentials find(String attempt, BuildServices services) {
        return CredentialsProviderStep.first(
                steps(services),
                attempt,
                List.of("check that there are credentials in " + words + ", which credential_source names"));
    }

    private List<CredentialsProviderStep> steps(BuildServices services) {
        return switch (this) {
            case ENVIRONMENT ->
                List.of(
                        CredentialsProviderStep.systemProperties(services),
                        CredentialsProviderStep.environmentVariables());
            case INSTANCE -> List.of(CredentialsProviderStep.instance());
            case CONTAINER -> List.of(CredentialsProviderStep.container());
        };
    }
}
