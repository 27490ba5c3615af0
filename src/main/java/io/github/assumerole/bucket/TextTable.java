package io.github.assumerole.bucket;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows of cells in columns as wide as their widest cell. Nothing is cut, and no line ends with blanks. */
final class TextTable {
    private static final String GAP = "  ";

    private TextTable() {}

    /**
     * @param header the head of each column
     * @param rows as many cells each as there are columns
     */
    static List<String> lines(List<String> header, List<List<String>> rows) {
        List<List<String>> all = Stream.concat(Stream.of(header), rows.stream()).toList();
        int[] widths = IntStream.range(0, header.size())
                .map(column -> all.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .getAsInt())
                .toArray();
        return all.stream().map(row -> line(row, widths)).toList();
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
