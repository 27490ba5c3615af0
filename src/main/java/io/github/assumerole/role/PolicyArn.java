package io.github.assumerole.role;

/** The ARN of a managed policy, {@code arn:<partition>:iam::<account or aws>:policy/<path><name>}. */
public record PolicyArn(String value) {
    private static final String FORM = "arn:aws:iam::<12-digit account or aws>:policy/<name>";

    public PolicyArn {
        Arn.Refusal refusal = new Arn.Refusal(value, FORM);
        Arn arn = Arn.parse(value, FORM);
        arn.requireIam(refusal);
        if (!arn.account().equals("aws") && !arn.hasAccountOfTwelveDigits()) {
            throw refusal.because("has the account '" + arn.account() + "', expected 12 digits, or aws");
        }
        if (!arn.resource().startsWith("policy/") || arn.resource().endsWith("/")) {
            throw refusal.because("has the resource '" + arn.resource() + "', expected policy/<name>");
        }
        if (!value.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw refusal.because("has a blank or a character beyond ASCII");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
