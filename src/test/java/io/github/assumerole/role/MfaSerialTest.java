package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MfaSerialTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"GAHT12345", "arn:aws:iam::111122223333:mfa/bob", "arn:aws:iam::111122223333:mfa/b.o+b@x=y,z"})
    void acceptsSerialNumberOrArn(String value) {
        assertEquals(value, new MfaSerial(value).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GAHT1234", "GAHT 12345", "GAHT12345\n", ""})
    void rejectsAnythingElse(String value) {
        String message = assertThrows(IllegalArgumentException.class, () -> new MfaSerial(value))
                .getMessage();
        assertFalse(message.contains("\n"), message);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 257})
    void acceptsOnly9To256Characters(int length) {
        assertThrows(IllegalArgumentException.class, () -> new MfaSerial("x".repeat(length)));
        assertEquals(9, new MfaSerial("x".repeat(9)).value().length());
        assertEquals(256, new MfaSerial("x".repeat(256)).value().length());
    }
}
