package io.github.assumerole.aws;

import io.github.assumerole.role.JsonMinifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the texts out of a JSON object: those of its own members, be they single or in an array. It reads answers that
 * hold tokens, so its refusal never tells what stands there.
 */
final class JsonStrings {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");
    private static final int OWN_MEMBERS = 1;

    private final String json;
    private final Map<String, List<String>> members = new HashMap<>();
    private String name;
    private int depth;
    private boolean inArray;

    /** @param json is good, and has no blanks between its tokens */
    private JsonStrings(String json) {
        this.json = json;
    }

    /**
     * The texts by the member's name; a member that is none, nor an array with any, has an empty list.
     *
     * @throws IllegalArgumentException when this is no JSON object, or one of absurd depth
     */
    static Map<String, List<String>> of(String json) {
        String minified;
        try {
            minified = JsonMinifier.minifyObject(json);
        } catch (IllegalArgumentException quotesWhatItFound) {
            throw new IllegalArgumentException("no JSON object");
        }
        return new JsonStrings(minified).read();
    }

    private Map<String, List<String>> read() {
        int at = 0;
        while (at < json.length()) {
            char c = json.charAt(at);
            if (c == '"') {
                int end = endOfString(at);
                take(unescaped(json.substring(at + 1, end)), json.charAt(end + 1) == ':');
                at = end;
            } else if (c == '{' || c == '[') {
                depth++;
                inArray = depth == OWN_MEMBERS + 1 ? c == '[' : inArray;
            } else if (c == '}' || c == ']') {
                depth--;
            }
            at++;
        }
        return members;
    }

    private void take(String text, boolean isName) {
        if (depth == OWN_MEMBERS && isName) {
            name = text;
            members.put(name, new ArrayList<>());
        } else if (depth == OWN_MEMBERS || depth == OWN_MEMBERS + 1 && inArray) {
            members.get(name).add(text);
        }
    }

    private int endOfString(int start) {
        int at = start + 1;
        while (json.charAt(at) != '"') {
            at += json.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(character(escape)));
    }

    private static String character(MatchResult escape) {
        if (escape.group(1) != null) {
            return Character.toString((char) Integer.parseInt(escape.group(1), 16));
        }
        return switch (escape.group(2)) {
            case "b" -> "\b";
            case "f" -> "\f";
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            default -> escape.group(2);
        };
    }
}
