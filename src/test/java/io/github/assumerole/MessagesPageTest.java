package io.github.assumerole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.MessageTemplates.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The catalogue of messages in the manual is complete and has no entry that nothing prints. An entry is the text
 * between backticks in the first column of a table, with <code>...</code> for variable parts.
 */
final class MessagesPageTest {
    private static final Path BASE = Path.of(System.getProperty("basedir", ""));
    private static final Path PAGE = BASE.resolve("src/site/markdown/messages.md");
    private static final Path SOURCES = BASE.resolve("src/main/java/io/github/assumerole");

    /** The report formats contain the texts of reports, which reports.md documents. */
    private static final String FORMATS = "report/";

    private static final Pattern OUTER_VARIABLES = Pattern.compile("^\\.{3} ?| ?\\.{3}$");

    private static final Pattern CODE = Pattern.compile("(`+) ?(.+?) ?\\1");

    private static List<Template> code;
    private static List<String> entries;

    @BeforeAll
    static void read() throws IOException {
        code = MessageTemplates.of(sources());
        entries = entries(Files.readString(PAGE));
    }

    @Test
    void pageExplainsEveryMessage() {
        List<Template> missing = undocumented(
                code.stream()
                        .filter(template -> !template.file().startsWith(FORMATS))
                        .toList(),
                entries);
        assertTrue(
                missing.isEmpty(),
                () -> "Messages without an entry in messages.md. Add each to the table of its subject, in backticks:\n"
                        + lines(missing));
    }

    @Test
    void pageHasNoEntryThatTheCodeLacks() {
        assertEquals("", lines(unknown(entries, code)), "Entries of messages.md that are not in the code");
    }

    @Test
    void findsAMessageWithoutAnEntry() throws IOException {
        String source =
                """
                class Parser {
                    void parse(String text, int max) {
                        if (text.contains("only compared with this")) {
                            log.info("no warning at all");
                        }
                        throw new IllegalArgumentException(
                                "'" + text + "' is longer than " + (max + 1) + (max > 1 ? " words" : " word, one alone")
                                        + "; shorten " + ("the " + text));
                    }
                }
                """;
        List<Template> templates = MessageTemplates.of(List.of(source("Parser.java", source)));
        List<String> entries = entries("| message | cause |\n|---|---|\n| ` word, one alone` | |\n");
        assertEquals(
                "Parser.java:7: '...' is longer than ...; shorten the ...", lines(undocumented(templates, entries)));
        List<String> complete = new ArrayList<>(entries);
        complete.add("'...' is longer than ...; shorten the ...");
        assertEquals("", lines(undocumented(templates, complete)));
        complete.add("... is shorter than ...");
        assertEquals("... is shorter than ...", lines(unknown(complete, templates)));
    }

    @Test
    void leavesOutTheCuresOfAnException() throws IOException {
        String source =
                """
                class Call {
                    Exception denied(String role) {
                        return new AwsAccessException("Cannot call " + role, "it is denied.", List.of("check the role"));
                    }
                }

                class CallAdvice {
                    String denied = "check the other role";
                }
                """;
        assertEquals(
                "Call.java:3: Cannot call ...\nCall.java:3: it is denied.",
                lines(undocumented(MessageTemplates.of(List.of(source("Call.java", source))), List.of())));
    }

    private static List<Template> undocumented(List<Template> templates, List<String> entries) {
        return templates.stream()
                .filter(Template::needsEntry)
                .filter(template -> isNowhereIn(entries, template.text()))
                .toList();
    }

    private static List<String> unknown(List<String> entries, List<Template> templates) {
        List<String> texts = templates.stream().map(Template::text).toList();
        return entries.stream().filter(entry -> isNowhereIn(texts, entry)).toList();
    }

    /** A part of a longer text is found by a search for it, too. */
    private static boolean isNowhereIn(List<String> texts, String template) {
        String fixed = OUTER_VARIABLES.matcher(template).replaceAll("");
        return texts.stream().noneMatch(text -> text.contains(fixed));
    }

    private static List<String> entries(String page) {
        return page.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("(?<!\\\\)\\|")[1])
                .flatMap(cell -> CODE.matcher(cell).results().map((MatchResult code) -> code.group(2)))
                .map(MessageTemplates::normalized)
                .toList();
    }

    private static String lines(List<?> items) {
        return items.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    private static List<JavaFileObject> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(MessagesPageTest::source)
                    .toList();
        }
    }

    private static JavaFileObject source(Path file) {
        try {
            return source(SOURCES.relativize(file).toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(
                URI.create("source:///" + name.replace('\\', '/')), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
