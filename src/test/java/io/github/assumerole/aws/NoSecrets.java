package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;

/** The one look that every test takes at what a user gets to see: no secret, nor a piece of one. */
final class NoSecrets {
    /** So much of a secret is no coincidence; a token that was cut off halfway is one still. */
    private static final int PIECE = 12;

    private NoSecrets() {}

    /** Looks at all that {@code mvn -e} would print: messages, causes, suppressed ones. */
    static void in(Throwable failure, Collection<String> secrets) {
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        in(printed.toString(), secrets);
    }

    static void in(String text, Collection<String> secrets) {
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
