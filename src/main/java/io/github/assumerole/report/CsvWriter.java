package io.github.assumerole.report;

import io.github.assumerole.text.Printable;
import io.github.assumerole.text.TextOutput;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes CSV row by row, by RFC 4180. Control characters other than line breaks and tabs are escaped. A text that a
 * spreadsheet could interpret as a formula, or that starts with an apostrophe, gets a leading apostrophe, which OWASP
 * recommends against CSV injection.
 */
final class CsvWriter {
    private static final String END = "\r\n";
    private static final String APOSTROPHE = "'";
    private static final String FORMULA_START = "=+-@'\t\r\n";
    private static final String QUOTED = "\",\r\n";
    private static final String BREAKS = "\t\r\n";

    private final TextOutput out;

    CsvWriter(TextOutput out) {
        this.out = out;
    }

    void row(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            out.print(i == 0 ? "" : ",").print(encoded(cells.get(i)));
        }
        out.print(END);
    }

    private static String encoded(String text) {
        String valid = text.codePoints().anyMatch(CsvWriter::isInvalid) ? escaped(text) : text;
        boolean formula = !valid.isEmpty() && isOneOf(FORMULA_START, valid.charAt(0));
        String cell = formula ? APOSTROPHE + valid : valid;
        return cell.chars().anyMatch(c -> isOneOf(QUOTED, c)) ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }

    private static String escaped(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(character -> isInvalid(character.codePointAt(0)) ? Printable.of(character) : character)
                .collect(Collectors.joining());
    }

    /** Control characters are not valid in RFC 4180, and unpaired surrogates not in UTF-8. */
    private static boolean isInvalid(int codePoint) {
        return Character.isISOControl(codePoint) && !isOneOf(BREAKS, codePoint)
                || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static boolean isOneOf(String characters, int c) {
        return characters.indexOf(c) >= 0;
    }
}
