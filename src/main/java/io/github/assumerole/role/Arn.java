package io.github.assumerole.role;

import io.github.assumerole.text.Printable;
import java.util.regex.Pattern;

/** The parts of an Amazon Resource Name, checked as far as all ARNs of IAM are alike. */
record Arn(String partition, String service, String region, String account, String resource) {
    private static final int PARTS = 6;
    private static final int MIN_LENGTH = 20;
    private static final int MAX_LENGTH = 2048;

    /** Possessive: a repeated group that backtracks overflows the stack on a long input. */
    private static final Pattern PARTITION = Pattern.compile("aws(-[a-z]+)*+");

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    /**
     * Splits {@code text}.
     *
     * @param form a valid ARN of the expected kind, for the message
     * @throws IllegalArgumentException naming the part that is invalid
     */
    static Arn parse(String text, String form) {
        if (!text.startsWith("arn:")) {
            throw invalid(text, "is not an ARN", form);
        }
        String[] parts = text.split(":", PARTS);
        if (parts.length < PARTS) {
            throw invalid(text, "has " + parts.length + " of the 6 parts of an ARN, so a colon is missing", form);
        }
        if (!PARTITION.matcher(parts[1]).matches()) {
            throw invalid(
                    text,
                    "has the partition '" + parts[1] + "', expected aws, aws-cn, aws-us-gov or another aws-...",
                    form);
        }
        if (text.length() < MIN_LENGTH || text.length() > MAX_LENGTH) {
            throw invalid(
                    text, "has " + text.length() + " characters, expected " + MIN_LENGTH + " to " + MAX_LENGTH, form);
        }
        return new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]);
    }

    /** Rejects an ARN that does not name a global resource of IAM. */
    void requireIam(String form) {
        if (!service.equals("iam")) {
            throw invalid("has the service '" + service + "', expected iam", form);
        }
        if (!region.isEmpty()) {
            throw invalid(
                    ACCOUNT.matcher(region).matches()
                            ? "has one colon between iam and the account ID, expected two"
                            : "has the region '" + region + "', but IAM ARNs have none: write iam::",
                    form);
        }
    }

    boolean hasAccountId() {
        return ACCOUNT.matcher(account).matches();
    }

    /** The exception for this ARN; its message has the reason and a valid form. */
    IllegalArgumentException invalid(String reason, String form) {
        return invalid(toString(), reason, form);
    }

    static IllegalArgumentException invalid(String text, String reason, String form) {
        // The reason is escaped as well because it mostly quotes a part of the text.
        return new IllegalArgumentException(Printable.of("'" + text + "' " + reason) + "; expected " + form);
    }

    @Override
    public String toString() {
        return String.join(":", "arn", partition, service, region, account, resource);
    }
}
