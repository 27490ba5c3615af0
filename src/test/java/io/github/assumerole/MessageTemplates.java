package io.github.assumerole;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Finds the texts of which source code builds its messages: each string literal or concatenation that has two words or
 * more, with <code>...</code> for its variable parts.
 *
 * <p>How a text reaches the log does not matter, so no text is missed because it takes another way. Annotations are
 * left out, and what needs no explanation is marked: comparisons, lines at level info and debug, texts for debuggers
 * and caches, and cures ("What to try"), which are the third argument of an {@code AwsAccessException} or in a class
 * with {@code Advice} in its name.
 */
final class MessageTemplates extends TreeScanner<Void, Void> {
    /** Methods and constructors whose arguments are compared, are no warning, or name a thread. */
    private static final Set<String> OTHER_USES = Set.of(
            "contains",
            "startsWith",
            "endsWith",
            "equals",
            "equalsIgnoreCase",
            "says",
            "compile",
            "replaceAll",
            "withAdvice",
            "info",
            "debug",
            "Thread");

    /** Methods whose texts are for debuggers or caches. */
    private static final Set<String> INTERNAL = Set.of("toString", "cacheKey", "key");

    /** Methods and constructors whose third argument is a list of cures. */
    private static final Set<String> FAILURES = Set.of("AwsAccessException", "exception");

    private static final Pattern TWO_WORDS =
            Pattern.compile("[A-Za-z]{2,}[,;:.')]*( ['\"]?\\.{3}['\"]?[,;:]?)? [('\"]?[a-zA-Z]");

    /**
     * A text of the source code, with <code>...</code> for its variable parts.
     *
     * @param needsEntry whether it is, or can be, a message that needs an explanation
     */
    record Template(String file, long line, String text, boolean needsEntry) {
        @Override
        public String toString() {
            return file + ":" + line + ": " + text;
        }
    }

    private final List<Template> found = new ArrayList<>();
    private final SourcePositions positions;
    private final CompilationUnitTree unit;
    private boolean needsEntry = true;

    private MessageTemplates(CompilationUnitTree unit, SourcePositions positions) {
        this.unit = unit;
        this.positions = positions;
    }

    /** The templates of some source files. */
    static List<Template> of(Iterable<? extends JavaFileObject> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, sources);
        List<Template> all = new ArrayList<>();
        for (CompilationUnitTree unit : task.parse()) {
            MessageTemplates templates =
                    new MessageTemplates(unit, Trees.instance(task).getSourcePositions());
            templates.scan(unit, null);
            all.addAll(templates.found);
        }
        return all;
    }

    @Override
    public Void visitAnnotation(AnnotationTree annotation, Void none) {
        return null;
    }

    @Override
    public Void visitClass(ClassTree type, Void none) {
        boolean isAdvice = type.getSimpleName().toString().contains("Advice");
        return scanned(!isAdvice, () -> super.visitClass(type, none));
    }

    @Override
    public Void visitMethod(MethodTree method, Void none) {
        boolean isInternal = INTERNAL.contains(method.getName().toString());
        return scanned(!isInternal, () -> super.visitMethod(method, none));
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
        scan(call.getMethodSelect(), none);
        return scanArguments(nameOf(call.getMethodSelect()), call.getArguments());
    }

    @Override
    public Void visitNewClass(NewClassTree created, Void none) {
        scanArguments(nameOf(created.getIdentifier()), created.getArguments());
        return scan(created.getClassBody(), none);
    }

    private Void scanArguments(String name, List<? extends ExpressionTree> arguments) {
        return scanned(!OTHER_USES.contains(name), () -> {
            int cures = FAILURES.contains(name) ? Math.min(2, arguments.size()) : arguments.size();
            scan(arguments.subList(0, cures), null);
            return scanned(false, () -> scan(arguments.subList(cures, arguments.size()), null));
        });
    }

    /** Scans a part whose texts need entries only if the texts around them do. */
    private Void scanned(boolean partNeedsEntries, Supplier<Void> scan) {
        boolean outer = needsEntry;
        needsEntry = outer && partNeedsEntries;
        scan.get();
        needsEntry = outer;
        return null;
    }

    @Override
    public Void visitBinary(BinaryTree operation, Void none) {
        if (!isConcatenation(operation)) {
            return super.visitBinary(operation, none);
        }
        StringBuilder text = new StringBuilder();
        append(operation, text);
        add(text.toString(), operation);
        return null;
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void none) {
        if (literal.getValue() instanceof String text) {
            add(text, literal);
        }
        return null;
    }

    private void append(Tree part, StringBuilder text) {
        if (part instanceof ParenthesizedTree inner && isConcatenation(inner.getExpression())) {
            append(inner.getExpression(), text);
        } else if (isConcatenation(part)) {
            append(((BinaryTree) part).getLeftOperand(), text);
            append(((BinaryTree) part).getRightOperand(), text);
        } else if (part instanceof LiteralTree literal) {
            text.append(literal.getValue());
        } else {
            text.append("...");
            scan(part, null);
        }
    }

    /** Whether a plus sign joins texts, as far as its literals show. */
    private static boolean isConcatenation(Tree expression) {
        return expression instanceof BinaryTree operation
                && operation.getKind() == Tree.Kind.PLUS
                && (isText(operation.getLeftOperand()) || isText(operation.getRightOperand()));
    }

    private static boolean isText(Tree operand) {
        return operand.getKind() == Tree.Kind.STRING_LITERAL
                || isConcatenation(operand instanceof ParenthesizedTree inner ? inner.getExpression() : operand);
    }

    private void add(String text, Tree where) {
        String template = normalized(text.replaceAll("%[-,\\d]*[a-zA-Z]", "..."));
        if (TWO_WORDS.matcher(template).find() && !isProtocol(text)) {
            long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, where));
            found.add(new Template(unit.getSourceFile().getName().substring(1), line, template, needsEntry));
        }
    }

    private static boolean isProtocol(String text) {
        return text.startsWith("<?xml") || text.contains("\r\n");
    }

    /** With single spaces, and with one variable part where several follow one another. */
    static String normalized(String text) {
        return text.replaceAll("\\s+", " ")
                .replaceAll("\\.{3,}( ?\\.{3,})*", "...")
                .strip();
    }

    private static String nameOf(Tree reference) {
        return reference instanceof MemberSelectTree member
                ? member.getIdentifier().toString()
                : reference instanceof IdentifierTree name ? name.getName().toString() : "";
    }
}
