package io.github.assumerole.bucket;

import static io.github.assumerole.bucket.Buckets.aMillion;
import static io.github.assumerole.bucket.Buckets.listing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearMissTest {
    private static List<String> namesNear(String wanted, BucketListing listing) {
        return NearMiss.namesNear(wanted, listing.buckets().stream().map(Bucket::name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"app-log", "app-logss", "app-lgos", "app-logz", "spp-lgs"})
    void isAFewSlipsAway(String name) {
        assertEquals(List.of(name), namesNear("app-logs", listing("unrelated", name, "zebra")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"App-Logs", "app.logs", "applogs", "app_logs", "-A-P-P-L-O-G-S-", "a.p.p.l.o.g.s"})
    void differsInStyleAlone(String name) {
        assertEquals(List.of(name), namesNear("app-logs", listing("unrelated", name, "zebra")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "xpp-lxgx", "web-logs", "app-logs-eu", "---", "applogs2x3"})
    void isNotAnyOtherName(String name) {
        assertEquals(List.of(), namesNear("app-logs", listing(name)));
    }

    @ParameterizedTest
    @CsvSource({
        "abc, abd, true",
        "abc, aed, false",
        "abcdefg, abcdexx, false",
        "abcdefgh, abcdefxx, true",
        "abcdefghijklmnop, abcdefghijklmxxx, true",
        "abcdefghijklmnop, abcdefghijklxxxx, false",
    })
    void allowsASlipForEachFourCharactersUpToThree(String wanted, String name, boolean near) {
        assertEquals(near ? List.of(name) : List.of(), namesNear(wanted, listing(name)));
    }

    @Test
    void tellsTheNearestThree() {
        BucketListing listing = listing("app-logs-2", "app-logs2", "App_Logs", "app-logs3", "app-logs1", "app-lo");
        assertEquals(List.of("App_Logs", "app-logs1", "app-logs2"), namesNear("app-logs", listing));
    }

    @Test
    void isLookedForQuicklyAmongAMillionNamesThatDifferAtBothEnds() {
        String shared = "ompany-department-project-environment-purpose-region-";
        BucketListing listing = aMillion(i -> "c" + shared + i);
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertEquals(
                        List.of("c" + shared + "1234"),
                        namesNear("k" + shared + "1234", listing).subList(0, 1)));
    }

    @Test
    void isFoundAmongAMillionLookAlikes() {
        String shared = "company-department-project-environment-purpose-region-";
        BucketListing listing = aMillion(i -> shared + i);
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertEquals(
                        List.of(shared + "1234", shared + "12340", shared + "12341"),
                        namesNear(shared + "1234x", listing)));
    }
}
