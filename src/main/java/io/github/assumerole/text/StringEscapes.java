package io.github.assumerole.text;

import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Escapes text for double-quoted strings. Everything but printable ASCII is escaped: IAM accepts no characters beyond
 * U+00FF (IAM User Guide, IAM and STS quotas), and no console can garble what is copied from it.
 */
public final class StringEscapes {
    private StringEscapes() {}

    /** JSON has only escapes of UTF-16 units. */
    public static String json(String text) {
        return escape(text, StringEscapes::units);
    }

    /** As JSON, but YAML reads each surrogate of a pair as a character of its own. */
    public static String yaml(String text) {
        return escape(text, StringEscapes::character);
    }

    /** As YAML, but HCL has expressions and directives in strings. */
    public static String hcl(String text) {
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
            units.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
        return units.toString();
    }

    private static String character(int codePoint) {
        return Character.isBmpCodePoint(codePoint)
                ? units(codePoint)
                : String.format(Locale.ROOT, "\\U%08x", codePoint);
    }
}
