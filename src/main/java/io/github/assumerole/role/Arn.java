package io.github.assumerole.role;

import io.github.assumerole.text.Printable;
import java.util.regex.Pattern;

/** The six parts of an Amazon Resource Name, each checked as far as every ARN of IAM has it in common. */
record Arn(String partition, String service, String region, String account, String resource) {
    private static final int PARTS = 6;
    private static final int MIN_LENGTH = 20;
    private static final int MAX_LENGTH = 2048;
    /** Possessive, since only so a group that repeats takes no stack: what is typed can have any length. */
    private static final Pattern PARTITION = Pattern.compile("aws(-[a-z]+)*+");

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    /**
     * Splits {@code text}; {@code form} is a valid one of the wanted kind, and ends each refusal.
     *
     * @throws IllegalArgumentException naming the part that is wrong
     */
    static Arn parse(String text, String form) {
        Refusal refusal = new Refusal(text, form);
        if (!text.startsWith("arn:")) {
            throw refusal.because("is not an ARN");
        }
        String[] parts = text.split(":", PARTS);
        if (parts.length < PARTS) {
            throw refusal.because("has " + parts.length + " of the 6 parts of an ARN, so a colon is missing");
        }
        if (!PARTITION.matcher(parts[1]).matches()) {
            throw refusal.because(
                    "has the partition '" + parts[1] + "', expected aws, aws-cn, aws-us-gov or another aws-...");
        }
        if (text.length() < MIN_LENGTH || text.length() > MAX_LENGTH) {
            throw refusal.because("has " + text.length() + " characters, expected " + MIN_LENGTH + " to " + MAX_LENGTH);
        }
        return new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]);
    }

    /** Refuses what is no global resource of IAM. */
    void requireIam(Refusal refusal) {
        if (!service.equals("iam")) {
            throw refusal.because("has the service '" + service + "', expected iam");
        }
        if (!region.isEmpty()) {
            throw refusal.because(
                    ACCOUNT.matcher(region).matches()
                            ? "has one colon between iam and the account, expected two"
                            : "has the region '" + region + "', but IAM has none: write iam::");
        }
    }

    boolean hasAccountOfTwelveDigits() {
        return ACCOUNT.matcher(account).matches();
    }

    /** Puts the words of a refusal together: the input, what is wrong with it, and a valid form. */
    record Refusal(String text, String form) {
        IllegalArgumentException because(String why) {
            // The reason as a whole, since it mostly repeats a part of the text.
            return new IllegalArgumentException(Printable.of("'" + text + "' " + why) + "; expected " + form);
        }
    }
}
