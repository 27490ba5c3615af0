package io.github.assumerole.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamesTest {
    private final Names names = new Names(new Needles(List.of(Values.key())));

    @Test
    void areShownAsTheyAre() {
        for (String name : List.of("", "/", "a b/c.txt", "größe/日本.txt", "%41&amp;\\x")) {
            assertEquals(new Name(name, Map.of()), names.read(name));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY, ****",
        "a/wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY.txt, a/****.txt",
        "a/wJalrXUtnFEMI%2FK7MDENG%2BbPxRfiCYEXAMPLEKEY.txt, a/****.txt",
        "größe-wJalrXUtnFEMI_K7MDENG-bPxRfiCYEXAMPLEKEY-größe, größe-****-größe",
        "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY and wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY, ****and ****",
        "a%wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY, a%****"
    })
    void areMaskedWhereTheyHoldASecret(String name, String shown) {
        assertEquals(shown, names.read(name).shown());
    }

    @Test
    void areMaskedWhenTheSecretLooksLikePartOfAnEscape() {
        String value = "2BJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEYx";
        Names names = new Names(new Needles(List.of(Values.key(value))));
        assertFalse(names.read("a name: %" + value).shown().contains("2B"));
    }

    @Test
    void showNothingOfASecretHoweverItIsWritten() {
        Random random = new Random(6);
        for (Writing writing : Writing.values()) {
            for (int round = 0; round < 50; round++) {
                String value = Values.random(random, 40);
                Names names = new Names(new Needles(List.of(Values.key(value))));
                String written = writing.of(value);
                String shown = names.read("dir/" + written + "/file").shown();
                assertFalse(shown.contains(written.substring(8, written.length() - 8)), shown);
            }
        }
    }

    @Test
    void countOnceForTheLastPart() {
        assertEquals(Map.of(), names.read("a/" + Values.KEY + "/b").sightings());
        assertEquals(
                Map.of(new Sighting(Values.key(), Set.of()), 2L),
                names.read("a/" + Values.KEY).sightings());
        assertEquals(1, names.read("a/" + Values.KEY + "/").sightings().size());
        assertEquals(1, names.read("a/" + Values.KEY + ".txt").sightings().size());
    }

    @Test
    void tellASecretThatOnlyEndsInTheLastPart() {
        Names names = new Names(new Needles(List.of(Values.key("wJalrXUtnFEMIK7MDENGbPxRfi/Y"))));
        assertEquals(1, names.read("a/wJalrXUtnFEMIK7MDENGbPxRfi/Y").sightings().size());
    }

    @ParameterizedTest
    @CsvSource({"'a\nb', a\\u{000a}b", "'a\u001b[31mb', a\\u{001b}[31mb", "'a\u202eb', a\\u{202e}b"})
    void cannotForgeALine(String name, String shown) {
        assertEquals(shown, names.read(name).shown());
    }
}
