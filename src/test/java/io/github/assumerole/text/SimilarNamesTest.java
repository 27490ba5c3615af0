package io.github.assumerole.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarNamesTest {
    private static List<String> similarTo(String wanted, String... names) {
        return SimilarNames.to(wanted, Stream.of(names));
    }

    @ParameterizedTest
    @ValueSource(strings = {"app-log", "app-logss", "app-lgos", "app-logz", "spp-lgs"})
    void findsNameWithAFewEdits(String name) {
        assertEquals(List.of(name), similarTo("app-logs", "unrelated", name, "zebra"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"App-Logs", "app.logs", "applogs", "app_logs", "-A-P-P-L-O-G-S-", "a.p.p.l.o.g.s"})
    void findsNameThatDiffersOnlyInCaseAndSeparators(String name) {
        assertEquals(List.of(name), similarTo("app-logs", "unrelated", name, "zebra"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "xpp-lxgx", "web-logs", "app-logs-eu", "---", "applogs2x3"})
    void ignoresOtherNames(String name) {
        assertEquals(List.of(), similarTo("app-logs", name));
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
    void allowsOneEditPerFourCharactersUpToThree(String wanted, String name, boolean near) {
        assertEquals(near ? List.of(name) : List.of(), similarTo(wanted, name));
    }

    @Test
    void listsTheThreeMostSimilar() {
        assertEquals(
                List.of("App_Logs", "app-logs1", "app-logs2"),
                similarTo("app-logs", "app-lo", "app-logs1", "App_Logs", "app-logs2", "app-logs3", "app-logs-23"));
    }

    @Test
    void findsTheMostSimilarOfManyNamesThatDifferAtBothEnds() {
        String shared = "ompany-department-project-environment-purpose-region-";
        assertEquals(
                "c" + shared + "1234",
                SimilarNames.to("k" + shared + "1234", manyNames("c" + shared)).get(0));
    }

    @Test
    void findsTheMostSimilarOfManySimilarNames() {
        String shared = "company-department-project-environment-purpose-region-";
        assertEquals(
                List.of(shared + "1234", shared + "12340", shared + "12341"),
                SimilarNames.to(shared + "1234x", manyNames(shared)));
    }

    private static Stream<String> manyNames(String prefix) {
        return IntStream.range(0, 100_000).mapToObj(i -> prefix + i);
    }
}
