package io.github.assumerole.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class NeedlesTest {
    private static final String TEXT =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=%&\\ \n.,;-_\"<>";

    private final PlainText text = new PlainText();

    @Test
    void areNotInRandomBytes() {
        Random random = new Random(4711);
        Needles needles = new Needles(many(random));
        byte[] bytes = new byte[1 << 16];
        for (int round = 0; round < 300; round++) {
            random.nextBytes(bytes);
            text.read(bytes);
            assertEquals(List.of(), needles.in(text));
        }
    }

    @Test
    void areNotInRandomText() {
        Random random = new Random(4712);
        Needles needles = new Needles(many(random));
        for (int round = 0; round < 50; round++) {
            text.read(Looked.bytes(Values.random(random, 1 << 14, TEXT)));
            assertEquals(List.of(), needles.in(text));
        }
    }

    @Test
    void areNotThereWhenACharacterDiffers() {
        Needles needles = new Needles(List.of(Values.key()));
        for (int at = Needle.HEAD; at < Values.KEY.length(); at++) {
            String other = Values.KEY.substring(0, at) + '.' + Values.KEY.substring(at + 1);
            text.read(Looked.bytes(other));
            assertEquals(List.of(), needles.in(text), other);
        }
    }

    @Test
    void areNotThereWhenTheLastCharacterIsMissing() {
        text.read(Looked.bytes(Values.KEY.substring(0, Values.KEY.length() - 1)));
        assertEquals(List.of(), new Needles(List.of(Values.key())).in(text));
    }

    @Test
    void areFoundWhereverTheyStand() {
        Needles needles = new Needles(List.of(Values.key()));
        for (int before = 0; before < 200; before++) {
            text.read(Looked.bytes("x".repeat(before) + Values.KEY));
            List<Match> matches = needles.in(text);
            assertEquals(1, matches.size());
            assertEquals(before, matches.get(0).from());
            assertEquals(before + Values.KEY.length(), matches.get(0).to());
        }
    }

    /** A backslash before the secret makes an escape of its head, and that escape makes another of what follows. */
    @Test
    void areFoundWhenAllOfTheHeadIsTakenForAnEscape() {
        String value = "u005cu0020/K7MDENG+bPxRfiCYEXAMPLEKEY";
        text.read(Looked.bytes("\\" + value));
        assertEquals(1, new Needles(List.of(Values.key(value))).in(text).size());
    }

    @Test
    void areFoundWhenOneBeginsLikeAnother() {
        String other = Values.KEY.substring(0, 35) + "other";
        Needles needles = new Needles(List.of(Values.key(), Values.token(other), Values.token(Values.KEY)));
        text.read(Looked.bytes(other + "," + Values.KEY));
        List<String> found = new ArrayList<>();
        for (Match match : needles.in(text)) {
            found.add(match.needle().secret().kind() + " at " + match.from());
        }
        assertEquals(Set.of("sessionToken at 0", "secretAccessKey at 41", "sessionToken at 41"), Set.copyOf(found));
    }

    /** The steps depend on the shortest. */
    @Test
    void areFoundWhenTheyAreOfVeryDifferentLengths() {
        Random random = new Random(4713);
        for (int round = 0; round < 200; round++) {
            List<KnownSecret> secrets = List.of(
                    Values.key(Values.random(random, 20)),
                    Values.key(Values.random(random, 40)),
                    Values.token(Values.random(random, 20 + random.nextInt(1000))));
            Needles needles = new Needles(secrets);
            for (KnownSecret secret : secrets) {
                text.read(Looked.bytes(Values.random(random, random.nextInt(50))
                        + secret.value().reveal()));
                assertTrue(needles.in(text).stream()
                        .anyMatch(match -> match.needle().secret() == secret));
            }
        }
    }

    private static List<KnownSecret> many(Random random) {
        List<KnownSecret> secrets = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            secrets.add(Values.key(Values.random(random, 40)));
            secrets.add(Values.token(Values.random(random, 900)));
        }
        return secrets;
    }
}
