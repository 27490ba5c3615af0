package io.github.assumerole.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SecretPatternsTest {
    private static final String TEXT =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=%&\\ \n.,;-_\"<>";

    private final NormalizedText text = new NormalizedText();

    @Test
    void areNotFoundInRandomBytes() {
        Random random = new Random(4711);
        SecretPatterns patterns = new SecretPatterns(many(random));
        byte[] bytes = new byte[1 << 16];
        for (int round = 0; round < 300; round++) {
            random.nextBytes(bytes);
            text.read(bytes);
            assertEquals(List.of(), patterns.in(text));
        }
    }

    @Test
    void areNotFoundInRandomText() {
        Random random = new Random(4712);
        SecretPatterns patterns = new SecretPatterns(many(random));
        for (int round = 0; round < 50; round++) {
            text.read(Scanned.bytes(TestSecrets.random(random, 1 << 14, TEXT)));
            assertEquals(List.of(), patterns.in(text));
        }
    }

    @Test
    void areNotFoundWhenACharacterDiffers() {
        SecretPatterns patterns = new SecretPatterns(List.of(TestSecrets.key()));
        for (int at = SecretPattern.HEAD; at < TestSecrets.KEY.length(); at++) {
            String other = TestSecrets.KEY.substring(0, at) + '.' + TestSecrets.KEY.substring(at + 1);
            text.read(Scanned.bytes(other));
            assertEquals(List.of(), patterns.in(text), other);
        }
    }

    @Test
    void areNotFoundWhenTheLastCharacterIsMissing() {
        text.read(Scanned.bytes(TestSecrets.KEY.substring(0, TestSecrets.KEY.length() - 1)));
        assertEquals(List.of(), new SecretPatterns(List.of(TestSecrets.key())).in(text));
    }

    @Test
    void areFoundAtAnyOffset() {
        SecretPatterns patterns = new SecretPatterns(List.of(TestSecrets.key()));
        for (int before = 0; before < 200; before++) {
            text.read(Scanned.bytes("x".repeat(before) + TestSecrets.KEY));
            List<PatternHit> hits = patterns.in(text);
            assertEquals(1, hits.size());
            assertEquals(before, hits.get(0).from());
            assertEquals(before + TestSecrets.KEY.length(), hits.get(0).to());
        }
    }

    /** With a backslash before it, the head is an escape, which decodes to the start of another. */
    @Test
    void areFoundWhenTheHeadIsReadAsAnEscape() {
        String value = "u005cu0020/K7MDENG+bPxRfiCYEXAMPLEKEY";
        text.read(Scanned.bytes("\\" + value));
        assertEquals(
                1, new SecretPatterns(List.of(TestSecrets.key(value))).in(text).size());
    }

    @Test
    void areFoundWhenTwoHaveTheSameHead() {
        String other = TestSecrets.KEY.substring(0, 35) + "other";
        SecretPatterns patterns = new SecretPatterns(
                List.of(TestSecrets.key(), TestSecrets.token(other), TestSecrets.token(TestSecrets.KEY)));
        text.read(Scanned.bytes(other + "," + TestSecrets.KEY));
        List<String> found = new ArrayList<>();
        for (PatternHit hit : patterns.in(text)) {
            found.add(hit.pattern().secret().kind() + " at " + hit.from());
        }
        assertEquals(Set.of("session token at 0", "secret access key at 41", "session token at 41"), Set.copyOf(found));
    }

    /** The length of a step depends on the shortest. */
    @Test
    void areFoundWithVeryDifferentLengths() {
        Random random = new Random(4713);
        for (int round = 0; round < 200; round++) {
            List<KnownSecret> secrets = List.of(
                    TestSecrets.key(TestSecrets.random(random, 20)),
                    TestSecrets.key(TestSecrets.random(random, 40)),
                    TestSecrets.token(TestSecrets.random(random, 20 + random.nextInt(1000))));
            SecretPatterns patterns = new SecretPatterns(secrets);
            for (KnownSecret secret : secrets) {
                text.read(Scanned.bytes(TestSecrets.random(random, random.nextInt(50))
                        + secret.value().reveal()));
                assertTrue(
                        patterns.in(text).stream().anyMatch(hit -> hit.pattern().secret() == secret));
            }
        }
    }

    private static List<KnownSecret> many(Random random) {
        List<KnownSecret> secrets = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            secrets.add(TestSecrets.key(TestSecrets.random(random, 40)));
            secrets.add(TestSecrets.token(TestSecrets.random(random, 900)));
        }
        return secrets;
    }
}
