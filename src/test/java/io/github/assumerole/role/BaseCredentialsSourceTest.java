package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.role.BaseCredentialsSource.Environment;
import io.github.assumerole.role.BaseCredentialsSource.Keys;
import io.github.assumerole.role.BaseCredentialsSource.Profile;
import io.github.assumerole.role.BaseCredentialsSource.WebIdentity;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The descriptions are part of logs, errors and cache keys. */
final class BaseCredentialsSourceTest {
    private static final Secret SECRET = Secret.of(Sample.SECRET_KEY);

    @Test
    void describesSource() {
        assertEquals("the default credential provider chain", new Environment().description());
        assertEquals("the profile ci", new Profile("ci").description());
        assertEquals("the token file", new WebIdentity(new FixedToken()).description());
    }

    @Test
    void doesNotPrintKeys() {
        Keys keys = new Keys("the server aws", "AKIAIOSFODNN7EXAMPLE", SECRET, Optional.of(SECRET));
        assertEquals("the server aws", keys.toString());
    }

    private static final class FixedToken implements IdentityToken {
        @Override
        public Secret fetch() {
            return SECRET;
        }

        @Override
        public String source() {
            return "the token file";
        }
    }
}
