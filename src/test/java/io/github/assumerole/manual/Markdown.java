package io.github.assumerole.manual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The fenced blocks of README.md and of all pages of the manual. */
final class Markdown {
    private static final Pattern FENCE = Pattern.compile("( *)(```+|~~~+) *([^`]*?) *");
    private static final Pattern COMMAND = Pattern.compile(" *<!-- test: (.*) -->");

    /** Without those that leave something out. */
    private static final Pattern COMMAND_IN_TEXT = Pattern.compile("`((?:mvn|\\./mvnw) [^`…]+)`");

    private Markdown() {}

    static Path root() {
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    }

    static List<CodeBlock> blocks() {
        return pages(Markdown::blocks);
    }

    /** The commands of Maven in the text, each as a block. */
    static List<CodeBlock> commandsInText() {
        return pages(Markdown::commandsInText);
    }

    private static List<CodeBlock> pages(BiFunction<String, List<String>, List<CodeBlock>> reader) {
        Path root = root();
        try (Stream<Path> site = Files.walk(root.resolve("src/site/markdown"))) {
            return Stream.concat(Stream.of(root.resolve("README.md")), site.sorted())
                    .filter(file -> file.toString().matches(".*\\.md(\\.vm)?"))
                    .flatMap(page ->
                            reader.apply(root.relativize(page).toString().replace('\\', '/'), read(page)).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> read(Path page) {
        try {
            return Files.readAllLines(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<CodeBlock> commandsInText(String page, List<String> lines) {
        Set<Integer> inBlocks = blocks(page, lines).stream()
                .flatMapToInt(block -> IntStream.range(
                        block.line(), block.line() + block.lines().size()))
                .boxed()
                .collect(Collectors.toSet());
        List<CodeBlock> commands = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!inBlocks.contains(i)) {
                Matcher command = COMMAND_IN_TEXT.matcher(lines.get(i));
                while (command.find()) {
                    commands.add(new CodeBlock(page, i, "", "sh", Optional.empty(), List.of(command.group(1))));
                }
            }
        }
        return commands;
    }

    /** @throws IllegalArgumentException for a fence without end, which would hide the rest of the page */
    static List<CodeBlock> blocks(String page, List<String> lines) {
        List<CodeBlock> blocks = new ArrayList<>();
        String heading = "";
        for (int i = 0; i < lines.size(); i++) {
            Matcher fence = FENCE.matcher(lines.get(i));
            if (fence.matches()) {
                int end = end(fence, lines, i);
                if (end < 0) {
                    throw new IllegalArgumentException(page + ":" + (i + 1) + ": the block has no end");
                }
                int indent = fence.group(1).length();
                Matcher command = COMMAND.matcher(i == 0 ? "" : lines.get(i - 1));
                blocks.add(new CodeBlock(
                        page,
                        i + 1,
                        heading,
                        fence.group(3),
                        command.matches() ? Optional.of(command.group(1)) : Optional.empty(),
                        lines.subList(i + 1, end).stream()
                                .map(line -> line.substring(Math.min(indent, leadingSpaces(line))))
                                .toList()));
                i = end;
            } else if (lines.get(i).startsWith("#")) {
                heading = lines.get(i);
            }
        }
        return blocks;
    }

    private static int end(Matcher fence, List<String> lines, int start) {
        for (int i = start + 1; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(fence.group(2))) {
                return i;
            }
        }
        return -1;
    }

    private static int leadingSpaces(String line) {
        return line.length() - line.stripLeading().length();
    }
}
