package io.github.assumerole.manual;

import com.sun.source.util.JavacTask;
import io.github.assumerole.report.JsonSchema;
import io.github.assumerole.standin.iam.IamPolicy;
import io.github.assumerole.standin.text.Json;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Parses blocks that are not run, each with the parser of its language. */
final class DataBlock {
    private DataBlock() {}

    static List<String> problems(CodeBlock block) {
        try {
            switch (block.language()) {
                case "json" -> json(block);
                case "yaml" -> YamlCommands.of(block);
                case "hcl", "groovy" -> brackets(block);
                case "java" -> java(block);
                case "ini" -> lines(block, "\\[[\\w -]+]|[\\w.-]+ ?= ?\\S.*|[#;].*|");
                case "properties" -> properties(block);
                case "xml", "sh", "" -> {
                    // Steps and output.
                }
                default ->
                    throw new IllegalArgumentException(
                            block.place() + ": no test checks blocks in '" + block.language() + "'; see DataBlock");
            }
            return List.of();
        } catch (IllegalArgumentException wrong) {
            String message = wrong.getMessage();
            return List.of(message.startsWith(block.page() + ":") ? message : block.place() + ": " + message);
        }
    }

    /** The embedded AWS parses policies, as far as it supports their elements; reports have a published schema. */
    private static void json(CodeBlock block) {
        Object value = Json.parse(block.text());
        if (value instanceof Map<?, ?> map && map.containsKey("schemaVersion")) {
            String errors = new JsonSchema(read("src/site/resources/schema/bucket-report-1.json")).errors(block.text());
            if (!errors.isEmpty()) {
                throw new IllegalArgumentException(errors);
            }
        }
        boolean isPolicy = value instanceof Map<?, ?> map && map.containsKey("Statement");
        if (isPolicy && !block.text().contains("\"Principal\"") && !block.text().contains("\"Condition\"")) {
            IamPolicy.parse(block.text());
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(Markdown.root().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void brackets(CodeBlock block) {
        List<Character> open = new ArrayList<>();
        String text = block.text().replaceAll("\"(\\\\.|[^\"\\\\])*\"|'(\\\\.|[^'\\\\])*'", "");
        for (char c : text.toCharArray()) {
            if ("([{".indexOf(c) >= 0) {
                open.add(")]}".charAt("([{".indexOf(c)));
            } else if (")]}".indexOf(c) >= 0 && (open.isEmpty() || open.remove(open.size() - 1) != c)) {
                throw new IllegalArgumentException("unexpected " + c);
            }
        }
        if (!open.isEmpty()) {
            throw new IllegalArgumentException("missing " + open.get(open.size() - 1));
        }
    }

    private static void lines(CodeBlock block, String pattern) {
        for (int i = 0; i < block.lines().size(); i++) {
            if (!block.lines().get(i).matches(pattern)) {
                throw new IllegalArgumentException(
                        block.place(i) + ": unexpected '" + block.lines().get(i) + "'");
            }
        }
    }

    private static void properties(CodeBlock block) {
        try {
            new Properties().load(new StringReader(block.text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Statements or whole classes; three dots stand for statements. */
    private static void java(CodeBlock block) {
        String text = block.text().replaceAll("(?m)^ *\\.\\.\\.$", "");
        String source =
                text.contains("class ") ? text : "class Snippet { void run() throws Exception {\n" + text + "\n} }";
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostics, List.of("-proc:none"), null, List.of(new Source(source)));
        try {
            task.parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Diagnostic<?> problem : diagnostics.getDiagnostics()) {
            throw new IllegalArgumentException(problem.getMessage(null));
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Snippet.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
