package io.github.assumerole.role;

import java.util.Optional;

/**
 * A role as a user may name it: by its ARN, or by its name alone ({@code deployer}, {@code ci/deployer}), which means
 * the role of that name in the caller's own account.
 */
public record RoleReference(String text) {
    private static final String EXAMPLE_ACCOUNT = "111122223333";

    public RoleReference {
        if (isArn(text)) {
            RoleArn.parse(text);
        } else {
            requireName(text);
        }
    }

    /** The ARN, when the reference is one. */
    public Optional<RoleArn> arn() {
        return isArn(text) ? Optional.of(RoleArn.parse(text)) : Optional.empty();
    }

    /** The ARN of the role, in the account of {@code caller} when the reference is a name alone. */
    public RoleArn of(Caller caller) {
        return arn().orElseGet(
                        () -> inAccount(caller.partition(), caller.accountId().orElse("")));
    }

    private RoleArn inAccount(String partition, String accountId) {
        return RoleArn.parse("arn:" + partition + ":iam::" + accountId + ":role/" + text);
    }

    private static boolean isArn(String text) {
        return text.startsWith("arn:");
    }

    private static void requireName(String text) {
        if (text.contains(":") || text.startsWith("/") || text.startsWith("role/")) {
            throw new Arn.Refusal(text, "arn:aws:iam::<12-digit account>:role/<name>, or the role's name alone")
                    .because("is neither an ARN nor a role's name");
        }
        // What is wrong with a name is wrong with the ARN that it will be completed to.
        RoleArn.parse("arn:aws:iam::" + EXAMPLE_ACCOUNT + ":role/" + text);
    }

    @Override
    public String toString() {
        return text;
    }
}
