package io.github.assumerole.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Nested maps, lists, texts and numbers as JSON, indented by two spaces. */
final class JsonText {
    private JsonText() {}

    /** Complete lines; an empty {@link Optional} is null. */
    static String of(Object tree) {
        return String.join("\n", lines(tree)) + "\n";
    }

    private static List<String> lines(Object node) {
        if (node instanceof Optional<?> maybe) {
            return maybe.map(JsonText::lines).orElse(List.of("null"));
        }
        if (node instanceof Map<?, ?> map) {
            return enclosed("{", map.entrySet().stream().map(JsonText::member).toList(), "}");
        }
        if (node instanceof List<?> list) {
            return enclosed("[", list.stream().map(JsonText::lines).toList(), "]");
        }
        return List.of(node instanceof Number ? node.toString() : quoted(node));
    }

    private static List<String> member(Map.Entry<?, ?> entry) {
        List<String> lines = new ArrayList<>(lines(entry.getValue()));
        lines.set(0, quoted(entry.getKey()) + ": " + lines.get(0));
        return lines;
    }

    private static List<String> enclosed(String opening, List<List<String>> elements, String closing) {
        List<String> lines = new ArrayList<>();
        lines.add(opening);
        for (List<String> element : elements) {
            element.forEach(line -> lines.add("  " + line));
            lines.set(lines.size() - 1, lines.get(lines.size() - 1) + ",");
        }
        String last = lines.remove(lines.size() - 1);
        lines.add(last.substring(0, last.length() - 1));
        lines.add(closing);
        return lines;
    }

    private static String quoted(Object text) {
        return '"' + Escaped.json(text.toString()) + '"';
    }
}
