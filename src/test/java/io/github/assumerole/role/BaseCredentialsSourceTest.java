package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.role.BaseCredentialsSource.Environment;
import io.github.assumerole.role.BaseCredentialsSource.Keys;
import io.github.assumerole.role.BaseCredentialsSource.Profile;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The descriptions are part of logs, errors and cache keys. */
final class BaseCredentialsSourceTest {
    @Test
    void describesSource() {
        assertEquals("the default credential provider chain", new Environment().description());
        assertEquals("the profile ci", new Profile("ci").description());
    }

    @Test
    void printsDescriptionInsteadOfKeys() {
        Keys keys = new Keys("the server aws", "AKIA", Sample.SECRET_KEY, Optional.of(Sample.TOKEN));
        assertEquals("the server aws", keys.toString());
    }
}
