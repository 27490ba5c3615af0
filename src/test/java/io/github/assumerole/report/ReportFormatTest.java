package io.github.assumerole.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.bucket.gate.BucketReport;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFormatTest {
    @ParameterizedTest
    @CsvSource({
        "table, ''",
        "text, app-gate.txt",
        "json, app-gate.json",
        "csv, app-gate.csv app-gate-findings.csv",
        "junit, TEST-app-gate.xml",
        "sarif, app-gate.sarif",
        "markdown, app-gate.md",
        "html, app-gate.html"
    })
    void parsesKeywordsAndNamesFiles(String word, String files) {
        ReportFormat format = ReportFormat.parse(word);
        assertEquals(word, format.toString());
        assertEquals(format, ReportFormat.parse(word.toUpperCase(Locale.ROOT)));
        assertEquals(
                files,
                format.files().stream().map(file -> file.name("app-gate")).collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "xml", " json"})
    void rejectsAnyOtherKeyword(String word) {
        Exception rejection = assertThrows(IllegalArgumentException.class, () -> ReportFormat.parse(word));
        assertEquals(
                "'" + word + "' is not one of table, text, json, csv, junit, sarif, markdown, html",
                rejection.getMessage());
    }

    @Test
    void rejectsALineBreakInOneLine() {
        Exception rejection = assertThrows(IllegalArgumentException.class, () -> ReportFormat.parse("a\nb"));
        assertEquals(1, rejection.getMessage().lines().count());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "TABLE")
    void throwsTheExceptionOfTheTarget(ReportFormat format) {
        BucketReport report = SampleReport.EVERY_SECTION.report();
        IOException full = new IOException("No space left on device");
        format.files()
                .forEach(file -> assertSame(
                        full,
                        assertThrows(IOException.class, () -> file.write(report, SampleReport.ID, new Broken(full)))));
    }

    /** Throws an exception for each text. */
    static final class Broken extends Writer {
        private final IOException failure;

        Broken(IOException failure) {
            this.failure = failure;
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            throw failure;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
