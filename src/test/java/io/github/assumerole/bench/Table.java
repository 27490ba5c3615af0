package io.github.assumerole.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A Markdown table under a heading. */
final class Table {
    private final List<String> lines = new ArrayList<>();

    Table(String heading, String... columns) {
        lines.add("## " + heading);
        lines.add("");
        row(columns);
        lines.add("|" + " --- |".repeat(columns.length));
    }

    Table row(String... cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
        return this;
    }

    static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds);
    }

    static String ratio(double value, double base) {
        return String.format(Locale.ROOT, "%.2f", value / base);
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
