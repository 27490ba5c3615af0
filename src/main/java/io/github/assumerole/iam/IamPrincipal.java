package io.github.assumerole.iam;

import io.github.assumerole.role.RoleArn;
import io.github.assumerole.text.Printable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A user or a role of IAM, or all of an account, by its ARN. */
public record IamPrincipal(String arn) {
    private static final String EXPECTED =
            "arn:aws:iam::<12-digit account>:user/<name>, the same with role/<name>, or with root for all of the account";

    /**
     * Without wildcards, which IAM refuses in the ARN of a principal. Possessive, since only so a group that repeats
     * takes no stack.
     */
    private static final Pattern FORM = Pattern.compile("arn:(?<partition>aws(-[a-z]+)*+):iam::(?<account>[0-9]{12}):"
            + "(root|(user|role)/([!-~&&[^*?]]+/)?[\\w+=,.@-]{1,64})");

    public IamPrincipal {
        if (arn.startsWith("arn:") && arn.contains(":assumed-role/")) {
            throw refusal(arn, "is the ARN of a session, not of its role");
        }
        if (!FORM.matcher(arn).matches()) {
            throw refusal(arn, "is not the ARN of a user, a role or an account");
        }
    }

    /**
     * Reads an ARN.
     *
     * @throws IllegalArgumentException when it is none of the three; the message reads on after the name of a parameter
     */
    public static IamPrincipal parse(String text) {
        return new IamPrincipal(text);
    }

    /** All of the account that the role belongs to. */
    static IamPrincipal accountOf(RoleArn role) {
        return new IamPrincipal(
                "arn:" + role.partition() + ":iam::" + role.accountId().orElseThrow() + ":root");
    }

    String partition() {
        return part("partition");
    }

    String accountId() {
        return part("account");
    }

    private String part(String name) {
        Matcher form = FORM.matcher(arn);
        form.matches();
        return form.group(name);
    }

    private static IllegalArgumentException refusal(String arn, String why) {
        return new IllegalArgumentException("'" + Printable.of(arn) + "' " + why + "; expected " + EXPECTED);
    }

    @Override
    public String toString() {
        return arn;
    }
}
