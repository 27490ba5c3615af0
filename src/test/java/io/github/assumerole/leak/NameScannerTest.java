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

final class NameScannerTest {
    private final NameScanner names = new NameScanner(new SecretPatterns(List.of(TestSecrets.key())));

    @Test
    void showsNamesWithoutSecretsUnchanged() {
        for (String name : List.of("", "/", "a b/c.txt", "größe/日本.txt", "%41&amp;\\x")) {
            assertEquals(new ScannedName(name, Map.of()), names.read(name));
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
    void masksSecrets(String name, String shown) {
        assertEquals(shown, names.read(name).shown());
    }

    @Test
    void masksASecretThatLooksLikePartOfAnEscape() {
        String value = "2BJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEYx";
        NameScanner names = new NameScanner(new SecretPatterns(List.of(TestSecrets.key(value))));
        assertFalse(names.read("a name: %" + value).shown().contains("2B"));
    }

    @Test
    void masksSecretsInAnyEncoding() {
        Random random = new Random(6);
        for (WrittenForm form : WrittenForm.values()) {
            for (int round = 0; round < 50; round++) {
                String value = TestSecrets.random(random, 40);
                NameScanner names = new NameScanner(new SecretPatterns(List.of(TestSecrets.key(value))));
                String encoded = form.of(value);
                String shown = names.read("dir/" + encoded + "/file").shown();
                assertFalse(shown.contains(encoded.substring(8, encoded.length() - 8)), shown);
            }
        }
    }

    @Test
    void reportsOnlySecretsInTheLastPart() {
        assertEquals(Map.of(), names.read("a/" + TestSecrets.KEY + "/b").matches());
        assertEquals(
                Map.of(new SecretMatch(TestSecrets.key(), Set.of()), 2L),
                names.read("a/" + TestSecrets.KEY).matches());
        assertEquals(1, names.read("a/" + TestSecrets.KEY + "/").matches().size());
        assertEquals(1, names.read("a/" + TestSecrets.KEY + ".txt").matches().size());
    }

    @Test
    void reportsASecretThatEndsInTheLastPart() {
        NameScanner names =
                new NameScanner(new SecretPatterns(List.of(TestSecrets.key("wJalrXUtnFEMIK7MDENGbPxRfi/Y"))));
        assertEquals(1, names.read("a/wJalrXUtnFEMIK7MDENGbPxRfi/Y").matches().size());
    }

    @ParameterizedTest
    @CsvSource({"'a\nb', a\\u{000a}b", "'a\u001b[31mb', a\\u{001b}[31mb", "'a\u202eb', a\\u{202e}b"})
    void escapesUnprintableCharacters(String name, String shown) {
        assertEquals(shown, names.read(name).shown());
    }
}
