package io.github.assumerole.report;

import io.github.assumerole.text.Printable;
import io.github.assumerole.text.TextOutput;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * Writes CSV row by row, by RFC 4180. Texts stay as they are, but for two things: what CSV cannot carry, control
 * characters other than line breaks and tabs, becomes visible; and a text that a spreadsheet might take for a formula,
 * or that begins with an apostrophe itself, gets an apostrophe in front, as OWASP advises against CSV injection.
 */
final class CsvWriter {
    private static final String END = "\r\n";
    private static final String APOSTROPHE = "'";
    private static final String TO_GUARD = "=+-@'\t\r\n";
    private static final String TO_QUOTE = "\",\r\n";
    private static final String BREAKS = "\t\r\n";

    private final TextOutput out;
    private final Map<CsvColumn, String> cells = new EnumMap<>(CsvColumn.class);

    CsvWriter(TextOutput out) {
        this.out = out;
    }

    /** The names of the columns. */
    void header() {
        for (CsvColumn column : CsvColumn.values()) {
            cell(column, ContractNames.of(column));
        }
        row();
    }

    /** Fills a cell of the row to be written next. */
    CsvWriter cell(CsvColumn column, String text) {
        cells.put(column, encoded(text));
        return this;
    }

    CsvWriter cell(CsvColumn column, Optional<String> text) {
        text.ifPresent(known -> cell(column, known));
        return this;
    }

    /** Ends the row. */
    void row() {
        StringJoiner row = new StringJoiner(",", "", END);
        for (CsvColumn column : CsvColumn.values()) {
            row.add(cells.getOrDefault(column, ""));
        }
        out.print(row.toString());
        cells.clear();
    }

    private static String encoded(String text) {
        String carried = text.codePoints().anyMatch(CsvWriter::isLost) ? visible(text) : text;
        boolean guarded = !carried.isEmpty() && isOneOf(TO_GUARD, carried.charAt(0));
        String cell = guarded ? APOSTROPHE + carried : carried;
        return cell.chars().anyMatch(c -> isOneOf(TO_QUOTE, c)) ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }

    private static String visible(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(character -> isLost(character.codePointAt(0)) ? Printable.of(character) : character)
                .collect(Collectors.joining());
    }

    /** Neither RFC 4180 has a place for control characters, nor UTF-8 for a half of a surrogate pair. */
    private static boolean isLost(int codePoint) {
        return Character.isISOControl(codePoint) && !isOneOf(BREAKS, codePoint)
                || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static boolean isOneOf(String characters, int c) {
        return characters.indexOf(c) >= 0;
    }
}
