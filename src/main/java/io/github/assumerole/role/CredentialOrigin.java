package io.github.assumerole.role;

import java.util.Objects;
import java.util.Optional;

/** Where the credentials come from that the first role is assumed with. At most one is configured. */
public sealed interface CredentialOrigin {

    /**
     * The origin in words for a log or an error, as in "the profile ci"; never secret, and different for each origin.
     */
    String description();

    /** Whatever the environment offers, in the order of the AWS SDK's default chain. */
    record Environment() implements CredentialOrigin {
        @Override
        public String description() {
            return "the default credentials of the environment";
        }
    }

    /** A profile of the shared config and credentials files. */
    record Profile(String name) implements CredentialOrigin {
        public Profile {
            Objects.requireNonNull(name);
        }

        @Override
        public String description() {
            return "the profile " + name;
        }
    }

    /** Keys that somebody else keeps for us, such as a server of Maven's settings.xml. */
    record Keys(String description, String accessKeyId, Secret secretAccessKey, Optional<Secret> sessionToken)
            implements CredentialOrigin {
        public Keys {
            Objects.requireNonNull(description);
            Objects.requireNonNull(accessKeyId);
            Objects.requireNonNull(secretAccessKey);
            Objects.requireNonNull(sessionToken);
        }

        @Override
        public String toString() {
            return description;
        }
    }

    /** A token of an identity provider, exchanged for a session of the first role without any keys of AWS. */
    record WebIdentity(IdentityToken token) implements CredentialOrigin {
        public WebIdentity {
            Objects.requireNonNull(token);
        }

        @Override
        public String description() {
            return token.source();
        }
    }
}
