package io.github.assumerole.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes JSON in printable ASCII, everything else is escaped. The members of a block are on a line each, all others on
 * the line of their object or array.
 */
public final class JsonWriter {
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

    public JsonWriter(TextOutput out) {
        this.out = out;
    }

    /**
     * Maps, lists, texts, numbers and booleans, in blocks, with a line feed at the end; an empty {@link Optional} is
     * null.
     */
    public static String linesOf(Object tree) {
        StringBuilder lines = new StringBuilder();
        TextOutput out = new TextOutput(lines);
        new JsonWriter(out).tree(tree, true);
        out.line("");
        return lines.toString();
    }

    public void object() {
        begin("{", new Scope("}", false));
    }

    public void objectBlock() {
        begin("{", new Scope("}", true));
    }

    public void array() {
        begin("[", new Scope("]", false));
    }

    public void arrayBlock() {
        begin("[", new Scope("]", true));
    }

    private void begin(String start, Scope scope) {
        separate();
        out.print(start);
        scopes.push(scope);
    }

    /** Ends the object or array that was started last. */
    public void end() {
        Scope scope = scopes.pop();
        if (scope.isBlock && !scope.isEmpty) {
            newLine();
        }
        out.print(scope.end);
    }

    /** Writes the name of the member that is written next. */
    public JsonWriter name(String name) {
        separate();
        quote(name);
        out.print(": ");
        isNamed = true;
        return this;
    }

    public void value(String text) {
        separate();
        quote(text);
    }

    public void value(int number) {
        literal(Integer.toString(number));
    }

    /** The same as {@link #linesOf} on one line. */
    public void line(Object node) {
        tree(node, false);
    }

    private void tree(Object node, boolean isBlock) {
        if (node instanceof Optional<?> optional) {
            optional.ifPresentOrElse(value -> tree(value, isBlock), () -> literal("null"));
        } else if (node instanceof Map<?, ?> map) {
            begin("{", new Scope("}", isBlock));
            map.forEach((name, value) -> name(name.toString()).tree(value, isBlock));
            end();
        } else if (node instanceof List<?> list) {
            begin("[", new Scope("]", isBlock));
            list.forEach(element -> tree(element, isBlock));
            end();
        } else if (node instanceof Number || node instanceof Boolean) {
            literal(node.toString());
        } else {
            value(node.toString());
        }
    }

    private void literal(String literal) {
        separate();
        out.print(literal);
    }

    private void separate() {
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
        out.print("\"" + StringEscapes.json(text) + "\"");
    }
}
