package io.github.assumerole.manual;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares blocks of output with the texts in the code: a message that was changed or removed is found in the manual.
 */
final class ShownMessages {
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");
    private static final Pattern GOAL = Pattern.compile("--- [\\w:.-]+ \\([\\w-]+\\) @ [\\w.-]+ ---");
    private static final Pattern OPTION = Pattern.compile("-[XD]\\S+");

    /** Of the plugin, and of the embedded AWS, whose answers the plugin quotes. */
    private final MessageTexts texts = new MessageTexts(
            Markdown.root().resolve("target/classes/io"),
            Markdown.root().resolve("target/test-classes/io/github/assumerole/standin"));

    private final Map<String, Set<String>> valuesOfPages;

    ShownMessages(List<CodeBlock> blocks) {
        valuesOfPages = blocks.stream()
                .filter(block -> !Step.isOutput(block))
                .collect(Collectors.groupingBy(
                        CodeBlock::page,
                        Collectors.flatMapping(ShownMessages::words, Collectors.toCollection(TreeSet::new))));
    }

    private static Stream<String> words(CodeBlock block) {
        return WORD.matcher(block.text()).results().map(MatchResult::group);
    }

    List<String> problems(CodeBlock block) {
        if (!Step.isOutput(block)
                || block.lines().stream().allMatch(line -> OPTION.matcher(line).matches())) {
            return List.of();
        }
        Set<String> values = valuesOfPages.getOrDefault(block.page(), Set.of());
        return IntStream.range(0, block.lines().size())
                .filter(i -> !PrintedLines.isOfMaven(block.lines().get(i)))
                .boxed()
                .flatMap(i -> problem(block, i, values).stream())
                .toList();
    }

    private List<String> problem(CodeBlock block, int index, Set<String> values) {
        String line = PrintedLines.withoutLevel(block.lines().get(index));
        List<String> unknown = GOAL.matcher(line).matches() ? List.of() : texts.unknownWords(line, values);
        return unknown.isEmpty()
                ? List.of()
                : List.of(block.place(index) + ": no message of the plugin contains the words " + unknown + " of '"
                        + line + "'");
    }
}
