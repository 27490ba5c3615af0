package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallerRecordTest {
    private static final Caller BOB = new Caller("arn:aws:iam::111122223333:user/bob", Optional.of("111122223333"));

    @Test
    void readsWhatItWrote() {
        assertEquals(BOB, CallerRecord.read(CallerRecord.of(BOB)));
    }

    @Test
    void readsACallerWithoutAnAccount() {
        Caller nowhere = new Caller("arn:aws:iam:::user/bob", Optional.empty());

        assertEquals(nowhere, CallerRecord.read(CallerRecord.of(nowhere)));
    }

    @Test
    void hasOneNameForEachComponent() {
        assertEquals(Map.of("arn", BOB.arn(), "accountId", "111122223333"), CallerRecord.of(BOB));
    }

    @Test
    void cannotBeChanged() {
        Map<String, String> written = CallerRecord.of(BOB);

        assertThrows(UnsupportedOperationException.class, written::clear);
    }
}
