package io.github.assumerole.role;

import java.util.Optional;

/** The configured source of the base credentials. */
public sealed interface BaseCredentialsSource {

    /** The source as logs and errors name it, as in "the profile ci"; not secret, and different for each source. */
    String description();

    /** The default credential provider chain of the AWS SDK. */
    record Environment() implements BaseCredentialsSource {
        @Override
        public String description() {
            return "the default credential provider chain";
        }
    }

    /** A profile of the shared config and credentials files. */
    record Profile(String name) implements BaseCredentialsSource {
        @Override
        public String description() {
            return "the profile " + name;
        }
    }

    /** Access keys that are stored elsewhere, such as in a server of settings.xml. */
    record Keys(String description, String accessKeyId, Secret secretAccessKey, Optional<Secret> sessionToken)
            implements BaseCredentialsSource {
        @Override
        public String toString() {
            return description;
        }
    }

    /** An OIDC ID token, exchanged for a session of the first role without any access keys. */
    record WebIdentity(IdentityToken token) implements BaseCredentialsSource {
        @Override
        public String description() {
            return token.source();
        }
    }
}
