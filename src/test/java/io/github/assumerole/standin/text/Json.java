package io.github.assumerole.standin.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A strict reader of RFC 8259: no trailing text, no duplicate names. */
public final class Json {
    private static final Pattern WHITESPACE = Pattern.compile("[ \\t\\r\\n]*");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{4}");
    private static final int MAX_DEPTH = 64;

    private final String text;
    private int position;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    /**
     * Maps, lists, strings, {@link BigDecimal}, booleans and null.
     *
     * @throws IllegalArgumentException when the text is not exactly one JSON value
     */
    public static Object parse(String text) {
        Json json = new Json(text);
        Object value = json.value();
        if (json.position < text.length()) {
            throw json.unexpected();
        }
        return value;
    }

    private Object value() {
        take(WHITESPACE);
        Object value =
                switch (peek()) {
                    case '{' -> object();
                    case '[' -> array();
                    case '"' -> string();
                    case 't' -> literal("true", true);
                    case 'f' -> literal("false", false);
                    case 'n' -> literal("null", null);
                    default -> new BigDecimal(take(NUMBER));
                };
        take(WHITESPACE);
        return value;
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        enter();
        if (!skip('}')) {
            do {
                take(WHITESPACE);
                String name = string();
                take(WHITESPACE);
                expect(':');
                if (members.containsKey(name)) {
                    throw new IllegalArgumentException("duplicate name " + name);
                }
                members.put(name, value());
            } while (skip(','));
            expect('}');
        }
        depth--;
        return members;
    }

    private List<Object> array() {
        List<Object> elements = new ArrayList<>();
        enter();
        if (!skip(']')) {
            do {
                elements.add(value());
            } while (skip(','));
            expect(']');
        }
        depth--;
        return elements;
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw new IllegalArgumentException("nested too deeply");
        }
        position++;
        take(WHITESPACE);
    }

    private String string() {
        StringBuilder content = new StringBuilder();
        expect('"');
        while (!skip('"')) {
            char next = peek();
            if (next < ' ') {
                throw unexpected();
            }
            position++;
            content.append(next == '\\' ? escaped() : next);
        }
        return content.toString();
    }

    private char escaped() {
        char kind = peek();
        position++;
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) Integer.parseInt(take(HEX), 16);
            default -> throw unexpected();
        };
    }

    private Object literal(String word, Object value) {
        if (!text.startsWith(word, position)) {
            throw unexpected();
        }
        position += word.length();
        return value;
    }

    private String take(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            throw unexpected();
        }
        position = matcher.end();
        return matcher.group();
    }

    private boolean skip(char expected) {
        if (peek() != expected) {
            return false;
        }
        position++;
        return true;
    }

    private void expect(char expected) {
        if (!skip(expected)) {
            throw unexpected();
        }
    }

    private char peek() {
        if (position >= text.length()) {
            throw unexpected();
        }
        return text.charAt(position);
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("no JSON at character " + position);
    }
}
