package io.github.assumerole.role;

import java.util.Optional;

/**
 * The ARN of an IAM role, {@code arn:<partition>:iam::<account>:role/<path><name>}: 20 to 2048 characters (STS API
 * reference, AssumeRole, RoleArn). The account is empty on S3-compatible servers that know none.
 */
public record RoleArn(String value) {
    private static final String FORM = "arn:aws:iam::<12-digit account>:role/<name>";
    private static final String KIND = "role/";
    private static final int MAX_NAME = 64;

    public RoleArn {
        Arn.Refusal refusal = new Arn.Refusal(value, FORM);
        Arn arn = Arn.parse(value, FORM);
        if (arn.service().equals("sts") && arn.resource().startsWith("assumed-role/")) {
            throw refusal.because("is the ARN of a session, not of the role");
        }
        arn.requireIam(refusal);
        if (!arn.account().isEmpty() && !arn.hasAccountOfTwelveDigits()) {
            throw refusal.because("has the account '" + arn.account() + "' of "
                    + arn.account().length() + " characters, expected 12 digits");
        }
        if (!arn.resource().startsWith(KIND)) {
            throw refusal.because("has the resource '" + arn.resource() + "', expected role/");
        }
        requirePath(pathOf(arn), refusal);
        requireName(nameOf(arn), refusal);
    }

    /**
     * Reads an ARN.
     *
     * @throws IllegalArgumentException naming the part that is wrong, with a valid form
     */
    public static RoleArn parse(String text) {
        return new RoleArn(text);
    }

    public String partition() {
        return arn().partition();
    }

    public Optional<String> accountId() {
        return Optional.of(arn().account()).filter(account -> !account.isEmpty());
    }

    /** What is in front of the name, slashes on both sides; {@code /} for a role without a path. */
    public String path() {
        return pathOf(arn());
    }

    public String name() {
        return nameOf(arn());
    }

    private Arn arn() {
        return Arn.parse(value, FORM);
    }

    private static String pathOf(Arn arn) {
        return arn.resource().substring(KIND.length() - 1, arn.resource().lastIndexOf('/') + 1);
    }

    private static String nameOf(Arn arn) {
        return arn.resource().substring(arn.resource().lastIndexOf('/') + 1);
    }

    private static void requirePath(String path, Arn.Refusal refusal) {
        if (path.equals("//")) {
            throw refusal.because("has an empty path between two slashes before the role's name");
        }
        if (!path.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw refusal.because("has a blank or a character beyond ASCII in the role's path");
        }
    }

    private static void requireName(String name, Arn.Refusal refusal) {
        if (name.isEmpty()) {
            throw refusal.because("ends without the role's name");
        }
        if (name.length() > MAX_NAME) {
            throw refusal.because("has a role name of " + name.length() + " characters, expected at most " + MAX_NAME);
        }
        try {
            Charset.NAME.require(name);
        } catch (IllegalArgumentException wrong) {
            throw refusal.because("is wrong in its role name: " + wrong.getMessage());
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
