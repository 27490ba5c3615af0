package io.github.assumerole.manual;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a build has printed and written, to compare with what the manual shows. Times, ports, and the IDs of keys and
 * requests differ from run to run; three dots stand for anything.
 */
record PrintedLines(List<String> lines) {
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?Z";
    private static final Pattern VARIABLE = Pattern.compile(TIME
            + "|(?<=key )\\.\\.\\.\\w{4}"
            + "|(?<=request )[\\w-]+"
            + "|(?<=127\\.0\\.0\\.1:)\\d+"
            + "|(?<=\\()\\d+(?= min\\))"
            + "|\\.\\.\\.|…");

    /** What Maven prints, and other plugins. */
    private static final Pattern OF_MAVEN = Pattern.compile("-+|\\.\\.\\.|…|-+< .* >-+|-+\\[ .* ]-+|-> \\[Help 1]"
            + "|BUILD (SUCCESS|FAILURE)|(Total time|Finished at): .*"
            + "|(Scanning for projects|Building|Uploading|Uploaded|Downloading|Downloaded|Reactor Summary|Re-run Maven|No plugin found for prefix)\\b.*"
            + "|--- (?!assume-role:)[\\w:.-]+ \\([\\w-]+\\) @ [\\w.-]+ ---");

    PrintedLines {
        lines = lines.stream().map(PrintedLines::withoutLevel).toList();
    }

    /** A line without its level, and a failure without Maven's words about it. */
    static String withoutLevel(String line) {
        return line.replaceFirst("^\\[(INFO|WARNING|ERROR)] ?", "")
                .replaceFirst("^Failed to execute goal .* on project [\\w.-]+: ", "")
                .replaceFirst(" -> \\[Help 1]$", "")
                .stripTrailing();
    }

    static boolean isOfMaven(String line) {
        return line.isBlank() || OF_MAVEN.matcher(withoutLevel(line)).matches();
    }

    boolean contain(String shown) {
        return indexOf(shown, 0) >= 0;
    }

    /** The first line that is the shown one, from an index on; -1 if there is none. */
    int indexOf(String shown, int from) {
        Pattern pattern = pattern(withoutLevel(shown));
        for (int i = from; i < lines.size(); i++) {
            if (pattern.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    private static Pattern pattern(String shown) {
        StringBuilder pattern = new StringBuilder();
        Matcher variable = VARIABLE.matcher(shown);
        int end = 0;
        while (variable.find()) {
            pattern.append(Pattern.quote(shown.substring(end, variable.start())))
                    .append(any(variable.group()));
            end = variable.end();
        }
        return Pattern.compile(pattern + Pattern.quote(shown.substring(end)));
    }

    private static String any(String variable) {
        return variable.matches(TIME) ? TIME : variable.matches("\\d+") ? "\\d+" : ".*";
    }

    /** The lines that begin with the same word, for messages. */
    List<String> similarTo(String shown) {
        String word = withoutLevel(shown).split("[^A-Za-z]")[0];
        return lines.stream()
                .filter(line -> !word.isEmpty() && line.startsWith(word))
                .toList();
    }
}
