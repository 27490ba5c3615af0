package io.github.assumerole.bucket;

/**
 * Text that can forge neither a log line nor a look-alike. Names, regions and roles are printable ASCII; what is not,
 * from line breaks and terminal escapes to right-to-left marks, is a mistake or an attack, and becomes visible as
 * <code>&#92;u{000a}</code>.
 */
public final class Printable {
    private Printable() {}

    /** The text made visible; text that already is stays as it is. */
    public static String of(String text) {
        if (text.chars().allMatch(Printable::isPrintable)) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(codePoint -> {
            if (isPrintable(codePoint)) {
                visible.append((char) codePoint);
            } else {
                visible.append(String.format("\\u{%04x}", codePoint));
            }
        });
        return visible.toString();
    }

    private static boolean isPrintable(int codePoint) {
        return ' ' <= codePoint && codePoint <= '~';
    }
}
