package io.github.assumerole.text;

import static io.github.assumerole.role.Sample.rejectionOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class AllowedCharactersTest {
    @Test
    void allowsCharactersOfStsReference() {
        for (int c = 0; c <= 0x3000; c++) {
            String character = Character.toString(c);
            assertEquals(character.matches("[A-Za-z0-9_+=,.@-]"), AllowedCharacters.NAME.allows(c), character);
            assertEquals(character.matches("[A-Za-z0-9_+=,.@:/-]"), AllowedCharacters.EXTERNAL_ID.allows(c), character);
        }
    }

    @Test
    void countsPositionInCharacters() {
        assertTrue(rejectionOf(() -> AllowedCharacters.NAME.require("ab😀")).contains("has '😀' at position 3;"));
    }
}
