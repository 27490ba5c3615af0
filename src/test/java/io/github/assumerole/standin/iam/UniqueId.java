package io.github.assumerole.standin.iam;

import io.github.assumerole.standin.text.Digests;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The ids that IAM gives to users and roles: a prefix that tells the kind, then 17 letters or digits. */
public final class UniqueId {
    private static final int LENGTH = 17;

    private UniqueId() {}

    /** The same ARN has the same id in every run, so that a test can be repeated. */
    static String of(String prefix, String arn) {
        BigInteger digest = new BigInteger(1, Digests.sha256(arn.getBytes(StandardCharsets.UTF_8)));
        return prefix + digest.toString(36).toUpperCase(Locale.ROOT).substring(0, LENGTH);
    }
}
