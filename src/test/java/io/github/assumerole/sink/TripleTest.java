package io.github.assumerole.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.SessionCredentials;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TripleTest {
    @Test
    void hasTheThreeValuesInOrder() {
        assertEquals(
                List.of(Sample.KEY_ID, Sample.SECRET_KEY, Sample.TOKEN),
                Triple.of(Sample.credentials(), "Cannot").values().toList());
    }

    @Test
    void neverBecomesText() {
        assertEquals("****", Triple.of(Sample.credentials(), "Cannot").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hidden value", "hidden\nvalue", "hidden\rvalue", "hidden\0", "hidden\u007f", "hiddené"})
    void refusesAValueThatIsNotOneWordOfAscii(String value) {
        assertRefused("access key id", value, Sample.credentials(value, "s", "t"));
        assertRefused("secret access key", value, Sample.credentials("k", value, "t"));
        assertRefused("session token", value, Sample.credentials("k", "s", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "~", "a+/=", "50%"})
    void takesWhatIsPrintable(String value) {
        assertEquals(
                value, Triple.of(Sample.credentials("k", value, "t"), "Cannot").secretAccessKey());
    }

    private static void assertRefused(String name, String value, SessionCredentials credentials) {
        AccessFailed refused = assertThrows(AccessFailed.class, () -> Triple.of(credentials, "Cannot write"));
        assertTrue(refused.getMessage().startsWith("Cannot write: the " + name + " that STS sent"), refused::toString);
        assertFalse(value.length() > 1 && refused.getMessage().contains("hidden"), "the value is repeated");
    }
}
