package io.github.assumerole.iam;

import java.util.function.IntFunction;

/**
 * Text between double quotes in each output language. All but printable ASCII is escaped: IAM rejects characters beyond
 * U+00FF (IAM User Guide, IAM and STS quotas), and copying from any console stays lossless.
 */
final class Escaped {
    private Escaped() {}

    /** JSON only has escapes of UTF-16 units. */
    static String json(String text) {
        return escape(text, Escaped::units);
    }

    /** As in JSON, but YAML reads an escaped surrogate pair as two characters. */
    static String yaml(String text) {
        return escape(text, Escaped::character);
    }

    /** As in YAML, but HCL also has expressions and directives within text. */
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
