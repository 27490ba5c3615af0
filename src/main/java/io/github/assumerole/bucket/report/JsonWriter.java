package io.github.assumerole.bucket.report;

import io.github.assumerole.text.TextOutput;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes JSON piece by piece, in printable ASCII: whatever else a text holds is escaped, and thus arrives as it is.
 * What is in a block stands on lines of its own, all else on the line where it begins.
 */
final class JsonWriter {
    private static final String INDENT = "  ";

    private final TextOutput out;
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private boolean isNamed;

    private static final class Scope {
        private final String end;
        private final boolean isBlock;
        private boolean isEmpty = true;

        private Scope(String end, boolean isBlock) {
            this.end = end;
            this.isBlock = isBlock;
        }
    }

    JsonWriter(TextOutput out) {
        this.out = out;
    }

    void object() {
        begin("{", new Scope("}", false));
    }

    void objectBlock() {
        begin("{", new Scope("}", true));
    }

    void array() {
        begin("[", new Scope("]", false));
    }

    void arrayBlock() {
        begin("[", new Scope("]", true));
    }

    private void begin(String start, Scope scope) {
        place();
        out.print(start);
        scopes.push(scope);
    }

    /** Ends the object or array that was begun last. */
    void end() {
        Scope scope = scopes.pop();
        if (scope.isBlock && !scope.isEmpty) {
            newLine();
        }
        out.print(scope.end);
    }

    /** Names what is written next. */
    JsonWriter name(String name) {
        place();
        quote(name);
        out.print(": ");
        isNamed = true;
        return this;
    }

    void value(String text) {
        place();
        quote(text);
    }

    void value(int number) {
        place();
        out.print(Integer.toString(number));
    }

    private void place() {
        if (isNamed) {
            isNamed = false;
            return;
        }
        Scope scope = scopes.peek();
        if (scope == null) {
            return;
        }
        if (!scope.isEmpty) {
            out.print(scope.isBlock ? "," : ", ");
        }
        if (scope.isBlock) {
            newLine();
        }
        scope.isEmpty = false;
    }

    private void newLine() {
        out.print("\n").print(INDENT.repeat(scopes.size()));
    }

    private void quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (' ' <= c && c <= '~') {
                quoted.append((char) c);
            } else {
                quoted.append("\\u%04x".formatted(c));
            }
        });
        out.print(quoted.append('"').toString());
    }
}
