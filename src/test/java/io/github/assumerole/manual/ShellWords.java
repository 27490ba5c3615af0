package io.github.assumerole.manual;

import java.util.ArrayList;
import java.util.List;

/** Splits shell commands into words, as far as the manual needs it: quotes, continued lines, comments, operators. */
final class ShellWords {
    private final String script;
    private final List<List<String>> commands = new ArrayList<>();
    private List<String> words = new ArrayList<>();
    private StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int position;

    private ShellWords(String script) {
        this.script = script;
    }

    /**
     * The words of each command; of a pipeline or a list, those of each part. Redirections stay words.
     *
     * @throws IllegalArgumentException for a quote or a substitution without end
     */
    static List<List<String>> commands(String script) {
        ShellWords shell = new ShellWords(script.replace("\\\n", " "));
        while (shell.position < shell.script.length()) {
            shell.next();
        }
        shell.endCommand();
        return shell.commands;
    }

    private void next() {
        char c = script.charAt(position);
        if (c == '\'' || c == '"') {
            int end = closing(c);
            append(script.substring(position + 1, end).replace("\\\"", "\""), end + 1);
        } else if (script.startsWith("$(", position)) {
            int end = matching();
            append(script.substring(position, end + 1), end + 1);
        } else if (c == '\\' && position + 1 < script.length()) {
            append(script.substring(position + 1, position + 2), position + 2);
        } else if (c == '#' && !inWord) {
            int end = script.indexOf('\n', position);
            position = end < 0 ? script.length() : end;
        } else if (c == '\n' || c == ';' || c == '|' || c == '&' && script.startsWith("&&", position)) {
            endCommand();
            position += c == '&' || script.startsWith("||", position) ? 2 : 1;
        } else if (Character.isWhitespace(c)) {
            endWord();
            position++;
        } else {
            append(String.valueOf(c), position + 1);
        }
    }

    private int closing(char quote) {
        int end = position + 1;
        while (end < script.length() && script.charAt(end) != quote) {
            end += quote == '"' && script.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= script.length()) {
            throw new IllegalArgumentException("the quote " + quote + " has no end");
        }
        return end;
    }

    private int matching() {
        int depth = 0;
        for (int i = position + 1; i < script.length(); i++) {
            depth += script.charAt(i) == '(' ? 1 : script.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("$( has no end");
    }

    private void append(String text, int next) {
        word.append(text);
        inWord = true;
        position = next;
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
        }
        word = new StringBuilder();
        inWord = false;
    }

    private void endCommand() {
        endWord();
        if (!words.isEmpty()) {
            commands.add(words);
        }
        words = new ArrayList<>();
    }
}
