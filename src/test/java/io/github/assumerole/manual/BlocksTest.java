package io.github.assumerole.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every block of README.md and the manual is of a kind that a test checks; those that cannot be run are parsed. */
class BlocksTest {
    private static final List<CodeBlock> MANUAL = Markdown.blocks();

    @Test
    void everyBlockIsValid() {
        assertEquals("", problems(MANUAL, DataBlock::problems));
    }

    @Test
    void outputConsistsOfMessages() {
        assertEquals("", problems(MANUAL, new ShownMessages(MANUAL)::problems));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "json | {'a': 1}; | p.md:1: no JSON at character",
                "json | {'Statement': {'Effect': 'Allowed'}} | p.md:1: Effect is neither Allow nor Deny: Allowed",
                "json | {'schemaVersion': 1, 'verdict': 'ok'} | p.md:1: ",
                "yaml | a: [1 | p.md:2: ",
                "hcl | resource 'a' 'b' { | p.md:1: missing }",
                "groovy | steps) | p.md:1: unexpected )",
                "java | int i = ; | p.md:1: illegal start of expression",
                "ini | region | p.md:2: unexpected 'region'",
                "rust | fn x() {} | p.md:1: no test checks blocks in 'rust'; see DataBlock",
            })
    void rejectsInvalidBlock(String language, String text, String problem) {
        List<CodeBlock> page = page("```" + language + "\n" + text.replace('\'', '"') + "\n```");
        String found = problems(page, DataBlock::problems);
        assertEquals(
                problem.replace("'a': 1", "\"a\": 1"),
                found.substring(0, Math.min(problem.length(), found.length())).replace('"', '\''));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bucket gate passed: 3 rules hold, checked against 5 buckets",
                "[ERROR] required bucket app-x does not exist; did you mean app-y? [ABSENT by ListBuckets, HTTP 200, ...]",
                "[INFO] BUILD SUCCESS",
                "-XX:TieredStopAtLevel=1"
            })
    void acceptsMessages(String line) {
        assertEquals("", messageProblems(line));
    }

    @Test
    void rejectsTextThatNoMessageContains() {
        assertEquals(
                "p.md:2: no message of the plugin contains the words [gate, succeeded] of 'Bucket gate succeeded: 3 rules hold'",
                messageProblems("Bucket gate succeeded: 3 rules hold"));
    }

    @Test
    void rejectsBlockWithoutEnd() {
        IllegalArgumentException endless =
                assertThrows(IllegalArgumentException.class, () -> page("# a\n```xml\n<a/>\n"));
        assertEquals("p.md:2: the block has no end", endless.getMessage());
    }

    private static String messageProblems(String line) {
        List<CodeBlock> page = page("```\n" + line + "\n```");
        return problems(page, new ShownMessages(page)::problems);
    }

    private static List<CodeBlock> page(String text) {
        return Markdown.blocks("p.md", text.lines().toList());
    }

    private static String problems(List<CodeBlock> blocks, Function<CodeBlock, List<String>> check) {
        return blocks.stream().flatMap(block -> check.apply(block).stream()).collect(Collectors.joining("\n"));
    }
}
