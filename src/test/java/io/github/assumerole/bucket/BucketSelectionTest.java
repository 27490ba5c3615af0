package io.github.assumerole.bucket;

import static io.github.assumerole.bucket.Buckets.bucket;
import static io.github.assumerole.bucket.Buckets.named;
import static io.github.assumerole.bucket.Buckets.pattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketSelectionTest {
    private static List<BucketPattern> patterns(String... texts) {
        return Stream.of(texts).map(Buckets::pattern).toList();
    }

    private static BucketSelection including(String... texts) {
        return new BucketSelection("", patterns(texts), List.of(), Optional.empty());
    }

    private static BucketSelection excluding(String... texts) {
        return new BucketSelection("", List.of(), patterns(texts), Optional.empty());
    }

    private static BucketSelection inRegion(String region) {
        return new BucketSelection("", List.of(), List.of(), Optional.of(region));
    }

    @Nested
    class Selects {
        @Test
        void bucketsWithThePrefix() {
            List<Bucket> listed = named("app-2", "App-1", "app", "my-app-1", "app-");
            assertEquals(named("app-2", "app-"), new BucketSelection("app-").filter(listed));
        }

        @Test
        void bucketsThatAreIncludedAndNotExcluded() {
            List<Bucket> listed = named("app-1", "app-2", "web-1", "web-2", "tmp");
            assertEquals(
                    named("app-1", "app-2", "web-2"),
                    including("app-*", "web-2").filter(listed));
            assertEquals(named("web-1", "tmp"), excluding("app-*", "web-2").filter(listed));
            BucketSelection both = new BucketSelection("", patterns("*-1", "tmp"), patterns("app-*"), Optional.empty());
            assertEquals(named("web-1", "tmp"), both.filter(listed));
        }

        @Test
        void bucketsInTheRegion() {
            List<Bucket> listed = List.of(bucket("app", "eu-west-1"), bucket("web", "eu-west-2"), bucket("tmp"));
            assertEquals(
                    List.of(bucket("app", "eu-west-1")), inRegion("eu-west-1").filter(listed));
        }

        @Test
        void everythingWithoutCopying() {
            List<Bucket> listed = named("app");
            assertSame(listed, BucketSelection.EVERYTHING.filter(listed));
        }
    }

    @Nested
    class Prefix {
        @Test
        void acceptsAPrefixAsLongAsAName() {
            assertEquals(255, new BucketSelection("a".repeat(255)).prefix().length());
            String tooLong = "a".repeat(256);
            Exception refusal = assertThrows(IllegalArgumentException.class, () -> new BucketSelection(tooLong));
            assertEquals("'" + tooLong + "' has 256 characters; prefixes have 0 to 255", refusal.getMessage());
        }

        @ParameterizedTest
        @CsvSource({"app-*, '*', 5", "app/logs, /, 4", "?, ?, 1"})
        void rejectsInvalidCharacters(String prefix, char stranger, int position) {
            Exception refusal = assertThrows(IllegalArgumentException.class, () -> new BucketSelection(prefix));
            assertEquals(
                    "'" + prefix + "' has '" + stranger + "' at position " + position
                            + "; bucket names contain only letters, digits, '.', '-' and '_'",
                    refusal.getMessage());
        }
    }

    @Test
    void describesTheSelection() {
        BucketSelection all =
                new BucketSelection("app-", patterns("*-a", "*-b"), patterns("app-x*"), Optional.of("eu-west-1"));
        assertEquals(
                " with prefix 'app-' included by '*-a', '*-b' not excluded by 'app-x*' in region eu-west-1",
                all.qualifier());
        assertEquals("", BucketSelection.EVERYTHING.qualifier());
    }

    /** The selection excludes all buckets that match a pattern. */
    @Nested
    class Hiding {
        private Optional<String> hiding(BucketSelection selection, String pattern) {
            return selection.hiding(pattern(pattern)).map(part -> part.parameter() + ": " + part.where());
        }

        @ParameterizedTest
        @CsvSource({"web", "web-*", "app", "a?b*", "xapp-*"})
        void outsideOfThePrefix(String pattern) {
            assertEquals(Optional.of("prefix: outside of prefix 'app-'"), hiding(new BucketSelection("app-"), pattern));
        }

        @ParameterizedTest
        @CsvSource({"app-1", "app*", "a*", "*", "????-x", "*-logs"})
        void notWithinThePrefix(String pattern) {
            assertEquals(Optional.empty(), hiding(new BucketSelection("app-"), pattern));
        }

        @ParameterizedTest
        @CsvSource({"web, true", "tmp-?, true", "app-1, false", "*-logs, false", "app-?-logs, false", "app, true"})
        void outsideOfTheIncludes(String pattern, boolean hidden) {
            assertEquals(
                    hidden ? Optional.of("includes: outside of includes 'app-*', '*-logs'") : Optional.empty(),
                    hiding(including("app-*", "*-logs"), pattern));
        }

        @ParameterizedTest
        @CsvSource({"app-1, true", "app-*, true", "app-?, true", "a*, false", "*-1, false", "web, false"})
        void insideOfTheExcludes(String pattern, boolean hidden) {
            assertEquals(
                    hidden ? Optional.of("excludes: among excludes 'tmp', 'app-*'") : Optional.empty(),
                    hiding(excluding("tmp", "app-*"), pattern));
        }

        @Test
        void neverByTheRegion() {
            assertEquals(Optional.empty(), hiding(inRegion("eu-west-1"), "app"));
        }
    }

    /** The selection excludes some buckets that match a pattern. */
    @Nested
    class Narrowing {
        private Optional<String> narrowing(BucketSelection selection, String pattern) {
            return selection.narrowing(pattern(pattern)).map(part -> part.parameter() + ": " + part.where());
        }

        @Test
        void returnsTheFirstPartThatExcludesAll() {
            assertEquals(
                    Optional.of("prefix: outside of prefix 'app-'"), narrowing(new BucketSelection("app-"), "web"));
        }

        @ParameterizedTest
        @CsvSource({"app*, true", "*, true", "a?p-x, true", "app-*, false", "app-1, false"})
        void byThePrefix(String pattern, boolean narrowed) {
            assertEquals(
                    narrowed ? Optional.of("prefix: partly outside of prefix 'app-'") : Optional.empty(),
                    narrowing(new BucketSelection("app-"), pattern));
        }

        @ParameterizedTest
        @CsvSource({"a*, true", "*-logs, true", "app-x*, false", "app-1, false"})
        void byTheIncludes(String pattern, boolean narrowed) {
            assertEquals(
                    narrowed ? Optional.of("includes: partly outside of includes 'app-*'") : Optional.empty(),
                    narrowing(including("app-*"), pattern));
        }

        @ParameterizedTest
        @CsvSource({"a*, true", "*-logs, true", "web*, false", "app, false"})
        void byTheExcludes(String pattern, boolean narrowed) {
            assertEquals(
                    narrowed ? Optional.of("excludes: partly among excludes 'app-*'") : Optional.empty(),
                    narrowing(excluding("app-*"), pattern));
        }

        @ParameterizedTest
        @CsvSource({"app", "a*"})
        void byTheRegion(String pattern) {
            assertEquals(
                    Optional.of("bucketRegion: perhaps outside of bucketRegion eu-west-1"),
                    narrowing(inRegion("eu-west-1"), pattern));
        }

        @Test
        void neverByEverything() {
            assertEquals(Optional.empty(), narrowing(BucketSelection.EVERYTHING, "*"));
        }
    }
}
