package io.github.assumerole.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralTest {
    @ParameterizedTest
    @CsvSource({"0, no rules", "1, 1 rule", "2, 2 rules", "999, 999 rules", "'1000', '1,000 rules'"})
    void countsInEnglish(int count, String words) {
        assertEquals(words, Plural.of(count, "rule"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "100, 100", "'1000', '1,000'", "'100000', '100,000'", "'1234567', '1,234,567'"})
    void groupsDigits(long count, String text) {
        assertEquals(text, Plural.grouped(count));
    }

    @Test
    void doesNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals("1,000,000", Plural.grouped(1_000_000));
        } finally {
            Locale.setDefault(before);
        }
    }
}
