package io.github.assumerole.bucket;

import static io.github.assumerole.bucket.Buckets.named;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketSelectionTest {
    @Test
    void keepsWhatBeginsWithThePrefix() {
        List<Bucket> listed = named("app-2", "App-1", "app", "my-app-1", "app-");
        assertEquals(named("app-2", "app-"), new BucketSelection("app-").filter(listed));
    }

    @Test
    void everythingNeedsNoCopy() {
        List<Bucket> listed = named("app");
        assertSame(listed, BucketSelection.EVERYTHING.filter(listed));
    }

    @Test
    void prefixMayBeAsLongAsAName() {
        assertEquals(255, new BucketSelection("a".repeat(255)).prefix().length());
        String tooLong = "a".repeat(256);
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> new BucketSelection(tooLong));
        assertEquals("'" + tooLong + "' has 256 characters; prefixes have 0 to 255", refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"app-*, '*', 5", "app/logs, /, 4", "?, ?, 1"})
    void prefixIsLiteral(String prefix, char stranger, int position) {
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> new BucketSelection(prefix));
        assertEquals(
                "'%s' has '%s' at position %d; bucket names hold letters, digits, '.', '-' and '_'"
                        .formatted(prefix, stranger, position),
                refusal.getMessage());
    }
}
