package io.github.assumerole.iam;

import java.util.function.IntFunction;

/**
 * Text between double quotes, for each of the languages that we print. What is not printable ASCII is always escaped:
 * IAM takes no other characters beyond U+00FF (IAM User Guide, IAM and STS quotas), no console can garble it on the way
 * to where it is pasted, and it can forge no line of a log.
 */
final class Escaped {
    private Escaped() {}

    /** JSON has escapes of UTF-16 units only. */
    static String json(String text) {
        return escape(text, Escaped::units);
    }

    /** YAML reads what JSON has, but each half of a surrogate pair as a character of its own. */
    static String yaml(String text) {
        return escape(text, Escaped::character);
    }

    /** HCL, as YAML, but that it also begins expressions and directives inside of text. */
    static String hcl(String text) {
        return yaml(text).replace("${", "$${").replace("%{", "%%{");
    }

    private static String escape(String text, IntFunction<String> unprintable) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                escaped.append('\\').append((char) c);
            } else if (' ' <= c && c <= '~') {
                escaped.append((char) c);
            } else {
                escaped.append(unprintable.apply(c));
            }
        });
        return escaped.toString();
    }

    private static String units(int codePoint) {
        StringBuilder units = new StringBuilder();
        for (char unit : Character.toChars(codePoint)) {
            units.append(String.format("\\u%04x", (int) unit));
        }
        return units.toString();
    }

    private static String character(int codePoint) {
        return Character.isBmpCodePoint(codePoint) ? units(codePoint) : String.format("\\U%08x", codePoint);
    }
}
