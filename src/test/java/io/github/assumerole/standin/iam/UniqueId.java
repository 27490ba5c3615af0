package io.github.assumerole.standin.iam;

import io.github.assumerole.standin.text.Digests;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The unique IDs of IAM users and roles: a prefix for the kind, then 17 letters or digits. */
public final class UniqueId {
    private static final int LENGTH = 17;

    private UniqueId() {}

    /** The same ARN has the same ID in every run, so that tests are repeatable. */
    static String of(String prefix, String arn) {
        BigInteger digest = new BigInteger(1, Digests.sha256(arn.getBytes(StandardCharsets.UTF_8)));
        return prefix + digest.toString(36).toUpperCase(Locale.ROOT).substring(0, LENGTH);
    }
}
