package io.github.assumerole.iam;

import io.github.assumerole.role.RoleArn;
import io.github.assumerole.text.Printable;
import java.util.regex.Pattern;

/** An IAM user, an IAM role, or all principals of an account. */
public record IamPrincipal(String arn) {
    private static final String EXPECTED =
            "arn:aws:iam::<12-digit account>:user/<name>, the same with role/<name>, or with root for the whole account";

    /**
     * Without wildcards because IAM rejects them in the ARN of a principal. Possessive: a repeated group that
     * backtracks overflows the stack on a long input.
     */
    private static final Pattern FORM =
            Pattern.compile("arn:aws(-[a-z]+)*+:iam::[0-9]{12}:(root|(user|role)/([!-~&&[^*?]]+/)?[\\w+=,.@-]{1,64})");

    /** @throws IllegalArgumentException if it is not the ARN of a user, a role or an account */
    public IamPrincipal {
        if (arn.startsWith("arn:") && arn.contains(":assumed-role/")) {
            throw invalid(arn, "is the ARN of a session, not of its role");
        }
        if (!FORM.matcher(arn).matches()) {
            throw invalid(arn, "is not the ARN of a user, a role or an account");
        }
    }

    /** All principals of the account of the role. */
    static IamPrincipal accountOf(RoleArn role) {
        return new IamPrincipal(
                "arn:" + role.partition() + ":iam::" + role.accountId().orElseThrow() + ":root");
    }

    String partition() {
        return arn.split(":")[1];
    }

    String accountId() {
        return arn.split(":")[4];
    }

    private static IllegalArgumentException invalid(String text, String reason) {
        return new IllegalArgumentException("'" + Printable.of(text) + "' " + reason + "; expected " + EXPECTED);
    }

    @Override
    public String toString() {
        return arn;
    }
}
