package io.github.assumerole.iam;

import io.github.assumerole.role.RoleArn;
import io.github.assumerole.text.Printable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An IAM user, an IAM role, or all principals of an account. */
public final class IamPrincipal {
    private static final String EXPECTED =
            "arn:aws:iam::<12-digit account>:user/<name>, the same with role/<name>, or with root for the whole account";

    /**
     * Without wildcards because IAM rejects them in the ARN of a principal. Possessive: a repeated group that
     * backtracks overflows the stack on a long input.
     */
    private static final Pattern FORM = Pattern.compile("arn:(?<partition>aws(-[a-z]+)*+):iam::(?<account>[0-9]{12}):"
            + "(root|(user|role)/([!-~&&[^*?]]+/)?[\\w+=,.@-]{1,64})");

    private final String arn;
    private final String partition;
    private final String accountId;

    private IamPrincipal(String arn, String partition, String accountId) {
        this.arn = arn;
        this.partition = partition;
        this.accountId = accountId;
    }

    /**
     * Parses an ARN.
     *
     * @throws IllegalArgumentException if it is not the ARN of a user, a role or an account
     */
    public static IamPrincipal parse(String text) {
        if (text.startsWith("arn:") && text.contains(":assumed-role/")) {
            throw invalid(text, "is the ARN of a session, not of its role");
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw invalid(text, "is not the ARN of a user, a role or an account");
        }
        return new IamPrincipal(text, form.group("partition"), form.group("account"));
    }

    /** All principals of the account of the role. */
    static IamPrincipal accountOf(RoleArn role) {
        return parse("arn:" + role.partition() + ":iam::" + role.accountId().orElseThrow() + ":root");
    }

    String arn() {
        return arn;
    }

    String partition() {
        return partition;
    }

    String accountId() {
        return accountId;
    }

    private static IllegalArgumentException invalid(String text, String reason) {
        return new IllegalArgumentException("'" + Printable.of(text) + "' " + reason + "; expected " + EXPECTED);
    }

    @Override
    public String toString() {
        return arn;
    }
}
