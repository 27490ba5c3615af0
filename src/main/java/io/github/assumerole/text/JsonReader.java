package io.github.assumerole.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON objects (RFC 8259). A JSON library would be one more jar in every build that uses this plugin. */
public final class JsonReader {
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";
    private static final int MAX_DEPTH = 100;
    private static final int END = -1;

    private final String text;
    private final StringBuilder minified;
    private int at;
    private int depth;
    private boolean hasDuplicates;

    private JsonReader(String text) {
        this.text = text;
        this.minified = new StringBuilder(text.length());
    }

    /**
     * The same JSON object without whitespace between its tokens.
     *
     * @throws IllegalArgumentException with line, column and what was found there, if the text is not one JSON object
     */
    public static String minify(String text) {
        JsonReader reader = new JsonReader(text);
        reader.document();
        return reader.minified.toString();
    }

    /**
     * The string members of a JSON object by their names. A member that is an array has its strings, any other member
     * none.
     *
     * @throws IllegalArgumentException if the text is not one JSON object, or if a name is given twice in an object;
     *     the message quotes nothing, as the text can contain secrets
     */
    public static Map<String, List<String>> strings(String text) {
        try {
            Map<String, List<String>> members = new HashMap<>();
            members(text).forEach((name, value) -> members.put(name, strings(value)));
            return members;
        } catch (IllegalArgumentException quotesWhatItFound) {
            throw new IllegalArgumentException("no JSON object");
        }
    }

    private static List<String> strings(Object value) {
        List<?> values = value instanceof List<?> array ? array : List.of(value);
        return values.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /**
     * The members of a JSON object by their names: texts, lists and maps as such, any other value as its source, in a
     * {@link Literal}.
     *
     * @throws IllegalArgumentException if the text is not one JSON object, or if a name is given twice in an object
     */
    public static Map<String, Object> members(String text) {
        JsonReader reader = new JsonReader(text);
        Map<String, Object> members = reader.document();
        if (reader.hasDuplicates) {
            throw new IllegalArgumentException("a name is given twice");
        }
        return members;
    }

    /**
     * A value that is neither text, list nor map.
     *
     * @param source such as {@code false}
     */
    public record Literal(String source) {}

    private Map<String, Object> document() {
        skipWhitespace();
        if (peek() != '{') {
            throw unexpected("'{'");
        }
        Map<String, Object> members = object();
        skipWhitespace();
        if (peek() != END) {
            throw unexpected("the end of the text");
        }
        return members;
    }

    private Object value() {
        skipWhitespace();
        int start = at;
        int c = peek();
        switch (c) {
            case '"' -> {
                return string();
            }
            case '[' -> {
                return array();
            }
            case '{' -> {
                return object();
            }
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
        return new Literal(text.substring(start, at));
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new HashMap<>();
        open();
        if (!closes('}')) {
            do {
                skipWhitespace();
                if (peek() != '"') {
                    throw unexpected("a name in double quotes");
                }
                String name = string();
                skipWhitespace();
                take(':', "':'");
                if (members.put(name, value()) != null) {
                    hasDuplicates = true;
                }
            } while (continues('}'));
        }
        depth--;
        return members;
    }

    private List<Object> array() {
        List<Object> values = new ArrayList<>();
        open();
        if (!closes(']')) {
            do {
                values.add(value());
            } while (continues(']'));
        }
        depth--;
        return values;
    }

    private void open() {
        if (++depth > MAX_DEPTH) {
            throw wrong("is nested more than " + MAX_DEPTH + " deep");
        }
        copy();
    }

    private boolean closes(char bracket) {
        skipWhitespace();
        if (peek() != bracket) {
            return false;
        }
        copy();
        return true;
    }

    private boolean continues(char bracket) {
        skipWhitespace();
        boolean more = peek() == ',';
        if (!more && peek() != bracket) {
            throw unexpected("',' or '" + bracket + "'");
        }
        copy();
        return more;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
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
            string.append(c == '\\' ? escape() : (char) c);
        }
        copy();
        return string.toString();
    }

    private char escape() {
        int escape = ESCAPES.indexOf(peek());
        if (escape >= 0) {
            copy();
            return ESCAPED.charAt(escape);
        }
        take('u', "one of \" \\ / b f n r t u after a backslash");
        int start = at;
        while (at < start + 4) {
            if (Character.digit(peek(), 16) < 0 || peek() > 'f') {
                throw unexpected("four hexadecimal digits after \\u");
            }
            copy();
        }
        return (char) Integer.parseInt(text, start, at, 16);
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

    private void skipWhitespace() {
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
