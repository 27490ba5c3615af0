package io.github.assumerole.role;

import io.github.assumerole.text.AllowedCharacters;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The ARN of an IAM role, {@code arn:<partition>:iam::<account>:role/<path><name>}: 20 to 2048 characters (STS API
 * reference, AssumeRole, RoleArn). The account ID is empty on S3-compatible servers without accounts.
 */
public record RoleArn(Arn parts) implements RoleNameOrArn {
    private static final String FORM = "arn:aws:iam::<12-digit account>:role/<name>";
    private static final String KIND = "role/";
    private static final int MAX_NAME = 64;

    public RoleArn {
        if (parts.service().equals("sts") && parts.resource().startsWith("assumed-role/")) {
            throw parts.invalid("is the ARN of a session, not of the role", FORM);
        }
        parts.requireIam(FORM);
        if (!parts.account().isEmpty() && !parts.hasAccountId()) {
            throw parts.invalid(
                    "has the account ID '" + parts.account() + "' of "
                            + parts.account().length() + " characters, expected 12 digits",
                    FORM);
        }
        if (!parts.resource().startsWith(KIND)) {
            throw parts.invalid("has the resource '" + parts.resource() + "', expected role/", FORM);
        }
        requirePath(parts);
        requireName(parts);
    }

    /**
     * Parses an ARN.
     *
     * @throws IllegalArgumentException naming the part that is invalid, with a valid form
     */
    public static RoleArn parse(String text) {
        return new RoleArn(Arn.parse(text, FORM));
    }

    public String partition() {
        return parts.partition();
    }

    public Optional<String> accountId() {
        return Optional.of(parts.account()).filter(account -> !account.isEmpty());
    }

    /** The part in front of the name, with a slash on both sides; {@code /} for a role without a path. */
    public String path() {
        return path(parts);
    }

    public String name() {
        return name(parts);
    }

    @Override
    public Optional<RoleArn> arn() {
        return Optional.of(this);
    }

    @Override
    public RoleArn resolve(Supplier<Caller> caller) {
        return this;
    }

    private static String path(Arn arn) {
        return arn.resource().substring(KIND.length() - 1, arn.resource().lastIndexOf('/') + 1);
    }

    private static String name(Arn arn) {
        return arn.resource().substring(arn.resource().lastIndexOf('/') + 1);
    }

    private static void requirePath(Arn arn) {
        if (path(arn).equals("//")) {
            throw arn.invalid("has an empty path between two slashes before the role name", FORM);
        }
        if (!path(arn).chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw arn.invalid("has a space or a non-ASCII character in the path of the role", FORM);
        }
    }

    private static void requireName(Arn arn) {
        String name = name(arn);
        if (name.isEmpty()) {
            throw arn.invalid("ends without a role name", FORM);
        }
        if (name.length() > MAX_NAME) {
            throw arn.invalid(
                    "has a role name of " + name.length() + " characters, expected at most " + MAX_NAME, FORM);
        }
        try {
            AllowedCharacters.NAME.require(name);
        } catch (IllegalArgumentException invalid) {
            throw arn.invalid("has an invalid role name: " + invalid.getMessage(), FORM);
        }
    }

    @Override
    public String toString() {
        return parts.toString();
    }
}
