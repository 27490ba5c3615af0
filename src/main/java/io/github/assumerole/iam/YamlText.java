package io.github.assumerole.iam;

import io.github.assumerole.text.StringEscapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Nested maps, lists, texts and numbers as YAML, indented by two spaces. Texts are always quoted, so that none is read
 * as a date, a number or a boolean.
 */
final class YamlText {
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Z][A-Za-z]+");

    private YamlText() {}

    /** Complete lines. */
    static String of(Object tree) {
        return String.join("\n", lines(tree)) + "\n";
    }

    private static List<String> lines(Object node) {
        if (node instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .flatMap(entry -> entry(entry).stream())
                    .toList();
        }
        if (node instanceof List<?> list) {
            return list.stream()
                    .flatMap(element -> prefixed("- ", "  ", lines(element)).stream())
                    .toList();
        }
        return List.of(node instanceof Number ? node.toString() : quoted(node));
    }

    private static List<String> entry(Map.Entry<?, ?> entry) {
        String key = entry.getKey().toString();
        String shown = (PLAIN_KEY.matcher(key).matches() ? key : quoted(key)) + ":";
        List<String> value = lines(entry.getValue());
        if (!(entry.getValue() instanceof Map || entry.getValue() instanceof List)) {
            return List.of(shown + " " + value.get(0));
        }
        List<String> lines = new ArrayList<>(List.of(shown));
        lines.addAll(prefixed("  ", "  ", value));
        return lines;
    }

    private static List<String> prefixed(String first, String others, List<String> lines) {
        List<String> prefixed = new ArrayList<>();
        lines.forEach(line -> prefixed.add((prefixed.isEmpty() ? first : others) + line));
        return prefixed;
    }

    private static String quoted(Object text) {
        return '"' + StringEscapes.yaml(text.toString()) + '"';
    }
}
