package io.github.assumerole.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** The shell commands in a configuration of a CI server. */
final class YamlCommands {
    /** Of GitHub Actions, GitLab CI and Bitbucket Pipelines, and AWS CodeBuild. */
    private static final Set<String> KEYS =
            Set.of("run", "script", "before_script", "after_script", "commands", "command");

    private YamlCommands() {}

    /** @throws IllegalArgumentException if the block is not YAML, with its place */
    static List<String> of(CodeBlock block) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        List<String> commands = new ArrayList<>();
        try {
            new Yaml(new SafeConstructor(strict)).loadAll(block.text()).forEach(document -> add(document, commands));
        } catch (MarkedYAMLException malformed) {
            throw new IllegalArgumentException(
                    block.place(malformed.getProblemMark().getLine()) + ": " + malformed.getProblem(), malformed);
        }
        return commands;
    }

    private static void add(Object value, List<String> commands) {
        if (value instanceof List<?> list) {
            list.forEach(element -> add(element, commands));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> {
                if (key instanceof String name && KEYS.contains(name)) {
                    lines(member).flatMap(String::lines).forEach(commands::add);
                } else {
                    add(member, commands);
                }
            });
        }
    }

    private static Stream<String> lines(Object value) {
        return value instanceof List<?> list
                ? list.stream().filter(String.class::isInstance).map(String.class::cast)
                : Stream.of(value).filter(String.class::isInstance).map(String.class::cast);
    }
}
