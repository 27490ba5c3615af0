package io.github.assumerole.aws.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreationDateTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00.000Z, 2026-01-01T00:00:00Z",
        "2024-02-29T23:59:59.987Z, 2024-02-29T23:59:59.987Z",
        "0000-12-31T00:00:00.001Z, 0000-12-31T00:00:00.001Z",
        "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z",
        "2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00.12Z, 2026-01-01T00:00:00.120Z",
        "2026-01-01T00:00:00.123456Z, 2026-01-01T00:00:00.123Z",
        "2026-01-01T02:30:00+02:30, 2026-01-01T00:00:00Z",
        "2026-01-01t00:00:00.000z, 2026-01-01T00:00:00Z",
        "+12026-01-01T00:00:00.00Z, +12026-01-01T00:00:00Z"
    })
    void readsDate(String text, Instant date) {
        assertEquals(Optional.of(date), CreationDate.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T00:00:00.000Z",
                "2026-13-01T00:00:00.000Z",
                "2026-00-01T00:00:00.000Z",
                "2026-01-01T24:00:00.000Z",
                "2026-01-01T00:60:00.000Z",
                "2026-01-01T00:00:60.000Z",
                "2026-+1-01T00:00:00.000Z",
                "2026-01--1T00:00:00.000Z",
                "2026-01-01T00:00:00.-01Z",
                "2026-01-01 00:00:00.000Z",
                "2026-01-01T00:00:00,000Z",
                "2026-01-01T00:00:00.000 ",
                "2026-01-01T00:00:00.000",
                "2026-01-01T00:00:00.00\u0661Z",
                "yesterday",
                "+999999999-12-31T23:59:59Z"
            })
    void isEmptyForInvalidDate(String text) {
        assertEquals(Optional.empty(), CreationDate.parse(text));
    }

    @Test
    void isEmptyForNoText() {
        assertEquals(Optional.empty(), CreationDate.parse(""));
    }
}
