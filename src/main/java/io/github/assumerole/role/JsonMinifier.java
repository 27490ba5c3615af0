package io.github.assumerole.role;

import io.github.assumerole.text.Printable;

/**
 * Checks a JSON text (RFC 8259) and leaves out the blanks between its tokens. Ours, because a JSON library would be one
 * more jar in every user's build for this little.
 */
public final class JsonMinifier {
    private static final int MAX_DEPTH = 100;
    private static final int END = -1;

    private final String text;
    private final StringBuilder minified;
    private int at;
    private int depth;

    private JsonMinifier(String text) {
        this.text = text;
        this.minified = new StringBuilder(text.length());
    }

    /**
     * The same JSON object without blanks.
     *
     * @throws IllegalArgumentException with line, column and what stands there, when the text is not one JSON object
     */
    public static String minifyObject(String text) {
        return new JsonMinifier(text).document();
    }

    private String document() {
        skipBlanks();
        if (peek() != '{') {
            throw unexpected("'{'");
        }
        object();
        skipBlanks();
        if (peek() != END) {
            throw unexpected("the end of the text");
        }
        return minified.toString();
    }

    private void value() {
        skipBlanks();
        int c = peek();
        switch (c) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> {
                if (c != '-' && !isDigit(c)) {
                    throw unexpected("a value");
                }
                number();
            }
        }
    }

    private void object() {
        open();
        if (!closes('}')) {
            do {
                skipBlanks();
                if (peek() != '"') {
                    throw unexpected("a name in double quotes");
                }
                string();
                skipBlanks();
                take(':', "':'");
                value();
            } while (continues('}'));
        }
        depth--;
    }

    private void array() {
        open();
        if (!closes(']')) {
            do {
                value();
            } while (continues(']'));
        }
        depth--;
    }

    private void open() {
        if (++depth > MAX_DEPTH) {
            throw wrong("is nested more than " + MAX_DEPTH + " deep");
        }
        copy();
    }

    private boolean closes(char bracket) {
        skipBlanks();
        if (peek() != bracket) {
            return false;
        }
        copy();
        return true;
    }

    private boolean continues(char bracket) {
        skipBlanks();
        boolean more = peek() == ',';
        if (!more && peek() != bracket) {
            throw unexpected("',' or '" + bracket + "'");
        }
        copy();
        return more;
    }

    private void string() {
        copy();
        while (peek() != '"') {
            int c = peek();
            if (c == END) {
                throw wrong("ends inside of a string");
            }
            if (c < ' ') {
                throw wrong("has a line break or another control character inside of a string");
            }
            copy();
            if (c == '\\') {
                escape();
            }
        }
        copy();
    }

    private void escape() {
        int c = peek();
        if (c != 'u') {
            take("\"\\/bfnrt".indexOf(c) >= 0 ? c : 'u', "one of \" \\ / b f n r t u after a backslash");
            return;
        }
        copy();
        for (int digit = 0; digit < 4; digit++) {
            if (Character.digit(peek(), 16) < 0 || peek() > 'f') {
                throw unexpected("four hexadecimal digits after \\u");
            }
            copy();
        }
    }

    private void number() {
        if (peek() == '-') {
            copy();
        }
        if (peek() == '0') {
            copy();
        } else {
            digits();
        }
        if (peek() == '.') {
            copy();
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            copy();
            if (peek() == '+' || peek() == '-') {
                copy();
            }
            digits();
        }
    }

    private void digits() {
        if (!isDigit(peek())) {
            throw unexpected("a digit");
        }
        while (isDigit(peek())) {
            copy();
        }
    }

    private void word(String word) {
        if (!text.startsWith(word, at)) {
            throw unexpected("a value");
        }
        minified.append(word);
        at += word.length();
    }

    private void take(int expected, String description) {
        if (peek() != expected) {
            throw unexpected(description);
        }
        copy();
    }

    private void copy() {
        minified.append(text.charAt(at++));
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private IllegalArgumentException unexpected(String expected) {
        String found = peek() == END
                ? "ends"
                : "has '" + Printable.of(text.substring(at, text.offsetByCodePoints(at, 1))) + "'";
        return wrong(found + " where " + expected + " is expected");
    }

    private IllegalArgumentException wrong(String what) {
        long line = text.chars().limit(at).filter(c -> c == '\n').count() + 1;
        int startOfLine = text.substring(0, at).lastIndexOf('\n') + 1;
        int column = text.codePointCount(startOfLine, at) + 1;
        return new IllegalArgumentException("is not valid JSON: line " + line + ", column " + column + " " + what);
    }
}
