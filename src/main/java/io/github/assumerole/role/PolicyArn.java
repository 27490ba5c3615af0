package io.github.assumerole.role;

/** The ARN of a managed policy, {@code arn:<partition>:iam::<account or aws>:policy/<path><name>}. */
public record PolicyArn(String value) {
    private static final String FORM = "arn:aws:iam::<12-digit account or aws>:policy/<name>";

    public PolicyArn {
        Arn arn = Arn.parse(value, FORM);
        arn.requireIam(FORM);
        if (!arn.account().equals("aws") && !arn.hasAccountId()) {
            throw arn.invalid("has the account ID '" + arn.account() + "', expected 12 digits, or aws", FORM);
        }
        if (!arn.resource().startsWith("policy/") || arn.resource().endsWith("/")) {
            throw arn.invalid("has the resource '" + arn.resource() + "', expected policy/<name>", FORM);
        }
        if (!value.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw arn.invalid("has a space or a non-ASCII character", FORM);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
