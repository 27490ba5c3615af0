package io.github.assumerole.iam;

import io.github.assumerole.text.StringEscapes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A block of HCL, formatted as by {@code terraform fmt}: first its arguments, then its nested blocks. */
final class HclBlock {
    private final String header;
    private final Map<String, String> arguments = new LinkedHashMap<>();
    private final List<HclBlock> blocks = new ArrayList<>();

    /**
     * @param type such as {@code resource}
     * @param labels quoted here
     */
    HclBlock(String type, String... labels) {
        this.header = type + " "
                + List.of(labels).stream().map(label -> quoted(label) + " ").collect(Collectors.joining());
    }

    HclBlock text(String name, String text) {
        return expression(name, quoted(text));
    }

    HclBlock texts(String name, List<String> texts) {
        return expression(name, texts.stream().map(HclBlock::quoted).collect(Collectors.joining(", ", "[", "]")));
    }

    /** An argument that is not quoted. */
    HclBlock expression(String name, String expression) {
        arguments.put(name, expression);
        return this;
    }

    HclBlock block(HclBlock block) {
        blocks.add(block);
        return this;
    }

    List<String> lines() {
        int widest = arguments.keySet().stream().mapToInt(String::length).max().orElse(0);
        List<String> lines = new ArrayList<>(List.of(header + "{"));
        arguments.forEach((name, value) -> lines.add("  " + name + " ".repeat(widest - name.length()) + " = " + value));
        for (HclBlock block : blocks) {
            if (lines.size() > 1) {
                lines.add("");
            }
            block.lines().forEach(line -> lines.add(line.isEmpty() ? line : "  " + line));
        }
        lines.add("}");
        return lines;
    }

    private static String quoted(String text) {
        return '"' + StringEscapes.hcl(text) + '"';
    }
}
