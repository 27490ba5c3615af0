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

    private static SortedBuckets sorted(List<Bucket> buckets) {
        return SortedBuckets.copyOf(buckets);
    }

    @Test
    void selectsBucketsWithThePrefix() {
        SortedBuckets listed = sorted(named("app-2", "App-1", "app", "my-app-1", "app-"));
        assertEquals(named("app-", "app-2"), new BucketSelection("app-").filter(listed));
    }

    @Test
    void selectsBucketsThatAreIncludedAndNotExcluded() {
        SortedBuckets listed = sorted(named("app-1", "app-2", "web-1", "web-2", "tmp"));
        assertEquals(
                named("app-1", "app-2", "web-2"), including("app-*", "web-2").filter(listed));
        assertEquals(named("tmp", "web-1"), excluding("app-*", "web-2").filter(listed));
        BucketSelection both = new BucketSelection("", patterns("*-1", "tmp"), patterns("app-*"), Optional.empty());
        assertEquals(named("tmp", "web-1"), both.filter(listed));
    }

    @Test
    void selectsBucketsInTheRegion() {
        SortedBuckets listed = sorted(List.of(bucket("app", "eu-west-1"), bucket("web", "eu-west-2"), bucket("tmp")));
        assertEquals(List.of(bucket("app", "eu-west-1")), inRegion("eu-west-1").filter(listed));
    }

    @Test
    void selectsEverythingWithoutCopying() {
        SortedBuckets listed = sorted(named("app"));
        assertSame(listed, BucketSelection.EVERYTHING.filter(listed));
        assertSame(listed, new BucketSelection("a").filter(listed));
    }

    @Test
    void acceptsAPrefixAsLongAsAName() {
        assertEquals(255, new BucketSelection("a".repeat(255)).prefix().length());
        String tooLong = "a".repeat(256);
        Exception rejection = assertThrows(IllegalArgumentException.class, () -> new BucketSelection(tooLong));
        assertEquals("'" + tooLong + "' has 256 characters; prefixes have 0 to 255", rejection.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"app-*, '*', 5", "app/logs, /, 4", "?, ?, 1"})
    void rejectsInvalidCharacters(String prefix, char invalid, int position) {
        Exception rejection = assertThrows(IllegalArgumentException.class, () -> new BucketSelection(prefix));
        assertEquals(
                "'" + prefix + "' has '" + invalid + "' at position " + position
                        + "; bucket names contain only letters, digits, '.', '-' and '_'",
                rejection.getMessage());
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

    /** Rules about at least one, or about every bucket that matches the pattern; empty for no conflict. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "web         | prefix: outside of prefix 'app-'  | prefix: outside of prefix 'app-'",
                "app         | prefix: outside of prefix 'app-'  | prefix: outside of prefix 'app-'",
                "a?b*        | prefix: outside of prefix 'app-'  | prefix: outside of prefix 'app-'",
                "xapp-*      | prefix: outside of prefix 'app-'  | prefix: outside of prefix 'app-'",
                "app-1       |                                   |",
                "app-*       |                                   |",
                "app*        |                                   | prefix: partly outside of prefix 'app-'",
                "*           |                                   | prefix: partly outside of prefix 'app-'",
                "????-x      |                                   | prefix: partly outside of prefix 'app-'",
            })
    void conflictsByItsPrefix(String pattern, String any, String all) {
        assertConflicts(new BucketSelection("app-"), pattern, any, all);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "web        | includes: outside of includes 'app-*', '*-logs' | includes: outside of includes 'app-*', '*-logs'",
                "tmp-?      | includes: outside of includes 'app-*', '*-logs' | includes: outside of includes 'app-*', '*-logs'",
                "app-1      |                                                 |",
                "app-x*     |                                                 |",
                "*-logs     |                                                 |",
                "a*         |                         | includes: partly outside of includes 'app-*', '*-logs'",
            })
    void conflictsByItsIncludes(String pattern, String any, String all) {
        assertConflicts(including("app-*", "*-logs"), pattern, any, all);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "app-1       | excludes: among excludes 'tmp', 'app-*' | excludes: among excludes 'tmp', 'app-*'",
                "app-?       | excludes: among excludes 'tmp', 'app-*' | excludes: among excludes 'tmp', 'app-*'",
                "a*          |                                         | excludes: partly among excludes 'tmp', 'app-*'",
                "*-1         |                                         | excludes: partly among excludes 'tmp', 'app-*'",
                "web*        |                                         |",
                "app         |                                         |",
            })
    void conflictsByItsExcludes(String pattern, String any, String all) {
        assertConflicts(excluding("tmp", "app-*"), pattern, any, all);
    }

    @ParameterizedTest
    @CsvSource({"app", "a*"})
    void conflictsByItsRegionOnlyIfEveryBucketIsNeeded(String pattern) {
        String partly = "bucketRegion: perhaps outside of bucketRegion eu-west-1";
        assertConflicts(inRegion("eu-west-1"), pattern, null, partly);
    }

    @Test
    void neverConflictsIfEverythingIsSelected() {
        assertConflicts(BucketSelection.EVERYTHING, "*", null, null);
    }

    private static void assertConflicts(BucketSelection selection, String pattern, String any, String all) {
        assertEquals(conflict(any), selection.conflictWithAny(pattern(pattern), "rule"));
        assertEquals(conflict(all), selection.conflictWithAll(pattern(pattern), "rule"));
    }

    private static Optional<SelectionConflict> conflict(String parameterAndReason) {
        return Optional.ofNullable(parameterAndReason)
                .map(text -> text.split(": "))
                .map(parts -> new SelectionConflict(
                        parts[0], "rule is " + parts[1] + ", so it cannot be checked; change or remove " + parts[0]));
    }
}
