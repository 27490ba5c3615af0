package io.github.assumerole.iam;

import java.util.regex.Pattern;

/**
 * Text that IAM takes literally, by its own predefined variables (IAM User Guide, IAM policy elements: Variables and
 * tags).
 */
final class IamLiteral {
    private static final Pattern VARIABLE = Pattern.compile("\\$(?=\\{)");
    private static final Pattern VARIABLE_OR_WILDCARD = Pattern.compile("\\$(?=\\{)|[*?]");

    private IamLiteral() {}

    /** Text to compare with; wildcards are left alone, since the operator decides whether they are any. */
    static String value(String text) {
        return literal(VARIABLE, text);
    }

    /** The ARN of one resource. */
    static String resource(String arn) {
        return literal(VARIABLE_OR_WILDCARD, arn);
    }

    private static String literal(Pattern special, String text) {
        return special.matcher(text).replaceAll("\\${$0}");
    }
}
