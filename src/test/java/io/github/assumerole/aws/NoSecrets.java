package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;

/** Checks that a text shown to users contains no secret, nor a part of one. */
public final class NoSecrets {
    /** The length of a part that counts as a leak; part of a token is still a secret. */
    private static final int PIECE = 12;

    private NoSecrets() {}

    /** Checks all that {@code mvn -e} prints: messages, causes, suppressed exceptions. */
    public static void in(Throwable failure, Collection<String> secrets) {
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        in(printed.toString(), secrets);
    }

    public static void in(String text, Collection<String> secrets) {
        for (String secret : secrets) {
            int size = Math.min(PIECE, secret.length());
            for (int from = 0; from + size <= secret.length(); from++) {
                String piece = secret.substring(from, from + size);
                if (text.contains(piece)) {
                    fail("a secret is shown from its character " + from + " on: " + text.replace(piece, "[HERE]"));
                }
            }
        }
    }
}
