package io.github.assumerole.iam;

import java.util.regex.Pattern;

/**
 * Text that IAM reads literally, escaped by predefined policy variables (IAM User Guide, IAM policy elements: Variables
 * and tags).
 */
final class IamLiteral {
    private static final Pattern VARIABLE = Pattern.compile("\\$(?=\\{)");
    private static final Pattern VARIABLE_OR_WILDCARD = Pattern.compile("\\$(?=\\{)|[*?]");

    private IamLiteral() {}

    /** The value of a condition; the operator decides whether {@code *} and {@code ?} are wildcards. */
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
