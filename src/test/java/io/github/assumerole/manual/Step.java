package io.github.assumerole.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A block that can be run, with the output that the manual shows below it.
 *
 * @param pom the last POM with this plugin that the page shows, for commands
 * @param outputs the blocks below it, up to the next step or heading
 */
record Step(CodeBlock block, Optional<CodeBlock> pom, List<CodeBlock> outputs) {
    @Override
    public String toString() {
        return block.place() + " " + block.language();
    }

    boolean isXml() {
        return block.language().equals("xml");
    }

    static List<Step> of(List<CodeBlock> blocks) {
        List<Step> steps = new ArrayList<>();
        Optional<CodeBlock> pom = Optional.empty();
        String page = "";
        for (CodeBlock block : blocks) {
            pom = block.page().equals(page) ? pom : Optional.empty();
            page = block.page();
            if (block.command().isPresent()) {
                CodeBlock command = block.as("sh", List.of(block.command().get()));
                steps.add(new Step(command, pom, new ArrayList<>(List.of(block))));
            } else if (block.language().equals("xml")) {
                steps.add(new Step(block, Optional.empty(), new ArrayList<>()));
                pom = block.text().contains("assume-role-maven-plugin")
                                && block.text().contains("<goal>")
                        ? Optional.of(block)
                        : pom;
            } else if (isScript(block)) {
                steps.add(new Step(block, pom, new ArrayList<>()));
            } else if (block.language().equals("yaml")) {
                List<String> commands = YamlCommands.of(block);
                if (!commands.isEmpty()) {
                    steps.add(new Step(block.as("sh", commands), pom, new ArrayList<>()));
                }
            } else if (isOutput(block) && !steps.isEmpty() && isBelow(block, steps.get(steps.size() - 1))) {
                steps.get(steps.size() - 1).outputs().add(block);
            }
        }
        return steps;
    }

    static boolean isScript(CodeBlock block) {
        return block.language().equals("sh")
                || block.language().isEmpty()
                        && SnippetCommand.startsWithProgram(block.lines().get(0));
    }

    static boolean isOutput(CodeBlock block) {
        return block.language().isEmpty() && !isScript(block);
    }

    private static boolean isBelow(CodeBlock output, Step step) {
        return output.page().equals(step.block().page())
                && output.heading().equals(step.block().heading());
    }

    /** The line of the snippet, or of the POM, that contains a name that a message mentions. */
    String placeOf(String message, Pattern names) {
        String place = block.placeOf(message, names);
        return pom.filter(shown -> place.equals(block.place()))
                .map(shown -> shown.placeOf(message, names))
                .filter(found -> !found.equals(pom.get().place()))
                .orElse(place);
    }
}
