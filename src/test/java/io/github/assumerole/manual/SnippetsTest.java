package io.github.assumerole.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every POM and command of README.md and the manual works, and prints what the manual shows below it. */
class SnippetsTest extends SnippetRunner {
    static List<Step> steps() {
        return Step.of(Markdown.blocks());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void snippetWorks(Step step) {
        assertEquals("", String.join("\n", problems(step)));
    }

    @Test
    void commandsInTextAreValid() {
        assertEquals("", String.join("\n", invalidCommands(Markdown.commandsInText())));
    }

    @Test
    void findsInvalidCommandInText() {
        List<String> page = List.of("# Title", "| `mvn verify` | `mvn assume-role:list -X` |", "```", "`mvn x`", "```");
        assertEquals(
                List.of("p.md:2: this plugin has no goal 'list'"),
                invalidCommands(Markdown.commandsInText("p.md", page)));
    }
}
