package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretTest {
    @ParameterizedTest
    @ValueSource(strings = {"wJalrXUtnFEMI/K7MDENG", "", "****", "line\nbreak"})
    void revealsValueButPrintsMask(String value) {
        assertEquals(value, Secret.of(value).reveal());
        assertEquals("****", Secret.of(value).toString());
    }

    @Test
    void equalsSecretWithSameValue() {
        assertEquals(Secret.of("a"), Secret.of("a"));
        assertNotEquals(Secret.of("a"), Secret.of("b"));
        assertNotEquals((Object) Secret.of("a"), "a");
    }

    @Test
    void hasHashCodeThatDoesNotDependOnValue() {
        assertEquals(Secret.of("a").hashCode(), Secret.of("b").hashCode());
    }

    @Test
    void rejectsNull() {
        assertEquals(
                "a secret must have a value",
                assertThrows(NullPointerException.class, () -> Secret.of(null)).getMessage());
    }

    @Test
    void cannotBeSerialized() {
        assertFalse(Serializable.class.isAssignableFrom(Secret.class));
        assertFalse(Serializable.class.isAssignableFrom(SessionCredentials.class));
    }

    @Test
    void isNotInStackTrace() {
        SessionCredentials session = Sample.session("ASIA", Sample.SECRET_KEY, Sample.TOKEN, "arn");
        AwsAccessException failure = new AwsAccessException(
                "Cannot use " + session,
                "came back: " + Optional.of(session.secretAccessKey()),
                List.of("not " + List.of(session)),
                new CompletionException(new IllegalStateException("with " + session.sessionToken())));
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));

        String text = trace.toString();
        assertTrue(text.contains("with ****"), text);
        assertFalse(text.contains(Sample.SECRET_KEY.reveal()) || text.contains(Sample.TOKEN.reveal()), text);
    }
}
