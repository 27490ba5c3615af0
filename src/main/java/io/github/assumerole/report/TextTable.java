package io.github.assumerole.report;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Formats columns as wide as their widest cell. Nothing is truncated, and no line ends with spaces. */
final class TextTable {
    private static final String GAP = "  ";

    private TextTable() {}

    /**
     * The lines, built on demand.
     *
     * @param header the heading of each column
     * @param rows of as many cells; streamed twice, so that none is kept in memory
     */
    static Stream<String> lines(List<String> header, Supplier<Stream<List<String>>> rows) {
        int[] widths = new int[header.size()];
        widen(widths, header);
        rows.get().forEach(row -> widen(widths, row));
        return Stream.concat(Stream.of(header), rows.get()).map(row -> line(row, widths));
    }

    private static void widen(int[] widths, List<String> row) {
        for (int column = 0; column < widths.length; column++) {
            widths[column] = Math.max(widths[column], row.get(column).length());
        }
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(widths[column] - cell.length())).append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
