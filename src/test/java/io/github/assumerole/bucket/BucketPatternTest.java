package io.github.assumerole.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BucketPatternTest {
    private static final String ALPHABET = "; bucket names contain only letters, digits, '.', '-' and '_'";

    static Stream<String> literals() {
        return Stream.of(
                "abc",
                "app-logs",
                "a.b",
                "az.AZ.09",
                "123",
                "My_Bucket",
                "-a-",
                "a".repeat(63),
                "a".repeat(64),
                "a".repeat(255));
    }

    @ParameterizedTest
    @MethodSource("literals")
    void parsesAName(String text) {
        BucketPattern pattern = BucketPattern.parse(text);
        assertTrue(pattern.isLiteral());
        assertEquals(text, pattern.toString());
        assertEquals(text, pattern.literalHead());
        assertTrue(pattern.matches(text));
        assertFalse(pattern.matches(text + "x"));
        assertFalse(pattern.matches(text.substring(1)));
    }

    @ParameterizedTest
    @CsvSource({"*, ''", "?, ''", "app-*, app-", "a?b*c, a", "*-logs, ''"})
    void parsesAGlob(String text, String head) {
        BucketPattern pattern = BucketPattern.parse(text);
        assertFalse(pattern.isLiteral());
        assertEquals(text, pattern.toString());
        assertEquals(head, pattern.literalHead());
    }

    @Test
    void matchesByItsGlob() {
        assertTrue(BucketPattern.parse("app-*").matches("app-logs"));
        assertFalse(BucketPattern.parse("app-*").matches("web-logs"));
    }

    @Test
    void isCaseSensitive() {
        assertFalse(BucketPattern.parse("app-logs").matches("App-Logs"));
        assertFalse(BucketPattern.parse("app-*").matches("App-Logs"));
    }

    @Test
    void ignoresSurroundingWhitespace() {
        assertEquals(BucketPattern.parse("app-logs"), BucketPattern.parse(" app-logs\n"));
    }

    @Test
    void isEqualIfTheTextIsEqual() {
        assertEquals(
                BucketPattern.parse("app-*").hashCode(),
                BucketPattern.parse("app-*").hashCode());
        assertNotEquals(BucketPattern.parse("app-*"), BucketPattern.parse("app-?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void rejectsAnEmptyElement(String text) {
        assertRejected(text, "an element is empty; write a bucket name such as 'app-logs' or a glob such as 'app-*'");
    }

    static Stream<Arguments> invalidCharacters() {
        return Stream.of(
                Arguments.of("my bucket", "'my bucket' has a space at position 3"),
                Arguments.of("app-[ab]*", "'app-[ab]*' has '[' at position 5"),
                Arguments.of("${bucket}", "'${bucket}' has '$' at position 1"),
                Arguments.of("100%s", "'100%s' has '%' at position 4"),
                Arguments.of("app\tlogs", "'app\\u{0009}logs' has the control character U+0009 at position 4"),
                Arguments.of("app\nlogs", "'app\\u{000a}logs' has the control character U+000A at position 4"),
                Arguments.of("app\u2013logs", "'app–logs' has '–' at position 4"),
                Arguments.of("stra\u00dfe", "'straße' has 'ß' at position 5"),
                Arguments.of("app\ud83d\ude00", "'app😀' has '😀' at position 4"));
    }

    @ParameterizedTest
    @MethodSource("invalidCharacters")
    void rejectsAnInvalidCharacter(String text, String problem) {
        assertRejected(text, problem + ALPHABET);
    }

    @ParameterizedTest
    @CsvSource({"a, has 1 character", "ab, has 2 characters"})
    void rejectsAShortName(String text, String problem) {
        assertRejected(text, "'" + text + "' " + problem + "; bucket names have 3 to 255");
    }

    @Test
    void rejectsALongName() {
        String text = "a".repeat(256);
        assertRejected(text, "'" + text + "' has 256 characters; bucket names have 3 to 255");
    }

    @Test
    void acceptsAGlobAsLongAsAName() {
        String longest = "*" + "a".repeat(254);
        assertEquals(longest, BucketPattern.parse(longest).toString());
        assertRejected(longest + "a", "'" + longest + "a' has 256 characters; patterns have 1 to 255");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a-b,c-d                       | has a comma at position 4; write one element for each bucket",
                ",c-d                          | has a comma at position 1; write one element for each bucket",
                "app-logs/2024/05              | has a slash at position 9; write only the bucket name: 'app-logs'",
                "/app-logs                     | has a slash at position 1; write only the bucket name",
                "s3://app-logs                 | is a URL; write only the bucket name: 'app-logs'",
                "s3://app-logs/2024            | is a URL; write only the bucket name: 'app-logs'",
                "s3a://app-*                   | is a URL; write only the bucket name: 'app-*'",
                "s3://                         | is a URL; write only the bucket name",
                "https://app.s3.amazonaws.com  | is a URL; write only the bucket name",
                "://app-logs                   | is a URL; write only the bucket name",
                "arn:aws:s3:::app-logs         | is an ARN; write only the bucket name: 'app-logs'",
                "arn:aws-cn:s3:::app-*/*       | is an ARN; write only the bucket name: 'app-*'",
                "arn:aws:s3:::                 | is an ARN; write only the bucket name",
                "arn:aws:s3:eu-west-1:1:accesspoint/x | is an ARN; write only the bucket name",
                "s3://app-1a2b3c-s3alias       | is a URL; write only the bucket name",
            })
    void suggestsTheBucketName(String text, String advice) {
        assertRejected(text, "'" + text + "' " + advice);
    }

    /** Source: S3 user guide, General purpose bucket naming rules. */
    @ParameterizedTest
    @CsvSource({
        "app--use1-az4--x-s3, --x-s3, directory buckets",
        "*--x-s3, --x-s3, directory buckets",
        "app--use1-az4--xa-s3, --xa-s3, access points of directory buckets",
        "app-1a2b3c-s3alias, -s3alias, access point aliases",
        "*-ext-s3alias, -s3alias, access point aliases",
        "app-1a2b3c--ol-s3, --ol-s3, Object Lambda Access Point aliases",
        "app-o0b1--op-s3, --op-s3, access point aliases of S3 on Outposts",
        "mfzwi23gnjvgw.mrap, .mrap, Multi-Region Access Points",
        "app--table-s3, --table-s3, table buckets"
    })
    void rejectsWhatIsNoGeneralPurposeBucket(String text, String suffix, String what) {
        assertRejected(
                text,
                "'" + text + "' ends with '" + suffix + "', which S3 reserves for " + what
                        + "; write the name of a general purpose bucket");
    }

    @ParameterizedTest
    @ValueSource(strings = {"app-x-s3", "*-s3", "x-s3alias-logs", "*s3alias", "app--x-s3*", "xn--app", "sthree-app"})
    void acceptsWhatCanBeAGeneralPurposeBucket(String text) {
        assertEquals(text, BucketPattern.parse(text).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "app-*, app-logs, true",
        "app-*, app-?, true",
        "app-?, app-*, false",
        "app, app, true",
        "app, apps, false"
    })
    void coversAPatternOfWhichItMatchesEveryName(String pattern, String other, boolean covers) {
        assertEquals(covers, BucketPattern.parse(pattern).covers(BucketPattern.parse(other)));
    }

    @ParameterizedTest
    @CsvSource({"app-*, *-logs, true", "app-*, web-*, false", "app-logs, app-*, true", "a?p, a*b, false"})
    void meetsAPatternThatMatchesTheSameName(String pattern, String other, boolean meets) {
        assertEquals(meets, BucketPattern.parse(pattern).meets(BucketPattern.parse(other)));
        assertEquals(meets, BucketPattern.parse(other).meets(BucketPattern.parse(pattern)));
    }

    @ParameterizedTest
    @CsvSource({"app-*, app, true", "app-*, app-x, true", "app, app-, false", "*, x, true", "web-*, app, false"})
    void meetsAPrefix(String pattern, String prefix, boolean meets) {
        assertEquals(meets, BucketPattern.parse(pattern).meetsPrefix(prefix));
    }

    private static void assertRejected(String text, String message) {
        Exception rejection = assertThrows(IllegalArgumentException.class, () -> BucketPattern.parse(text));
        assertEquals(message, rejection.getMessage());
    }
}
