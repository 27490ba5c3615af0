package io.github.assumerole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.bucket.BucketPattern;
import io.github.assumerole.report.MarkdownReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Numbers in messages do not depend on the locale; the one of Egypt has other digits. */
final class LocaleTest {
    /** A decimal number in a format, unless the format follows {@code Locale.ROOT}. */
    private static final Pattern LOCALIZED_NUMBER =
            Pattern.compile("(?s)(?<!Locale\\.ROOT,\\s{0,40})\"[^\"\\n]*%[-,0-9]*d");

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void setArabicLocale() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        assertEquals("\u0662", String.format("%d", 2));
    }

    @AfterEach
    void resetLocale() {
        Locale.setDefault(before);
    }

    @Test
    void messagesHaveAsciiDigits() {
        assertEquals(
                "'a b' has a space at position 2; bucket names contain only letters, digits, '.', '-' and '_'",
                messageOf(() -> BucketPattern.parse("a b")));
        assertEquals("'ab' has 2 characters; bucket names have 3 to 255", messageOf(() -> BucketPattern.parse("ab")));
        assertTrue(messageOf(() -> MarkdownReport.write(null, "", 1, new StringBuilder()))
                .matches("1 bytes are too small, expected [0-9]+ or more"));
    }

    @Test
    void noFormatOfMainUsesTheDefaultLocaleForNumbers() throws IOException {
        Path main = Path.of(System.getProperty("basedir", ""), "src/main/java");
        try (Stream<Path> files = Files.walk(main)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                assertEquals(
                        "",
                        LOCALIZED_NUMBER
                                .matcher(Files.readString(file))
                                .results()
                                .map(found -> file + ": " + found.group())
                                .findFirst()
                                .orElse(""));
            }
        }
    }

    private static String messageOf(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }
}
