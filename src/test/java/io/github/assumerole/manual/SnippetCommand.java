package io.github.assumerole.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecution;

/** The commands of a snippet. Those of Maven are checked, and run as far as they run goals of this plugin. */
final class SnippetCommand {
    private static final String PREFIX = "assume-role.";

    /** Programs whose arguments are not checked. */
    private static final Set<String> OTHERS = Set.of(
            "aws",
            "aws-vault",
            "cat",
            "cd",
            "cdk",
            "chmod",
            "cp",
            "curl",
            "docker",
            "echo",
            "eval",
            "export",
            "git",
            "grep",
            "gpg",
            "jq",
            "mkdir",
            "sed",
            "terraform",
            "unset");

    /** Properties that plugins read and that pom.xml does not contain. */
    private static final Set<String> OF_PLUGINS = Set.of("altDeploymentRepository", "invoker.test", "test");

    private final Step step;
    private final Phases phases;
    private final List<MavenCommand> maven = new ArrayList<>();

    /** @throws IllegalArgumentException for the first command that is wrong */
    SnippetCommand(Step step, Phases phases) {
        this.step = step;
        this.phases = phases;
        for (List<String> words : ShellWords.commands(step.block().text())) {
            add(withoutVariables(words));
        }
    }

    static boolean startsWithProgram(String line) {
        List<String> words = withoutVariables(List.of(line.strip().split("\\s+")));
        return !words.isEmpty()
                && (MavenCommand.isOne(words)
                        || OTHERS.contains(words.get(0))
                        || words.get(0).equals("java"));
    }

    private static List<String> withoutVariables(List<String> words) {
        int first = 0;
        while (first < words.size() && words.get(first).matches("[A-Za-z_]\\w*=.*")) {
            first++;
        }
        return words.subList(first, words.size());
    }

    private void add(List<String> words) {
        if (MavenCommand.isOne(words)) {
            MavenCommand command = MavenCommand.parse(words);
            check(command);
            maven.add(command);
        } else if (!words.isEmpty()) {
            checkProgram(words);
        }
    }

    private void check(MavenCommand command) {
        for (String target : command.targets()) {
            if (target.contains(":")) {
                ManualGoals.of(target);
            } else {
                phases.upTo(target);
            }
        }
        for (String property : command.properties().keySet()) {
            if (property.startsWith(PREFIX)
                    && ManualGoals.withProperty(property::equals).isEmpty()) {
                throw new IllegalArgumentException("no goal has the property '" + property + "'");
            }
        }
        if (command.wrapper()) {
            checkOwnBuild(command);
        }
    }

    private static void checkOwnBuild(MavenCommand command) {
        Model pom = ManualGoals.PLUGIN_POM;
        for (String profile : command.profiles()) {
            if (pom.getProfiles().stream().noneMatch(known -> known.getId().equals(profile))) {
                throw new IllegalArgumentException("this project has no profile '" + profile + "'");
            }
        }
        for (String property : command.properties().keySet()) {
            if (!property.startsWith(PREFIX)
                    && !OF_PLUGINS.contains(property)
                    && !text("pom.xml").contains(property)) {
                throw new IllegalArgumentException("this project has no property '" + property + "'");
            }
        }
    }

    private static void checkProgram(List<String> words) {
        String program = words.get(0);
        if (program.equals("java")) {
            checkJava(words);
        } else if (program.startsWith(".ci/") || program.startsWith("./")) {
            if (!Files.isExecutable(Markdown.root().resolve(program))) {
                throw new IllegalArgumentException("this project has no program '" + program + "'");
            }
        } else if (!OTHERS.contains(program)) {
            throw new IllegalArgumentException("'" + program + "' is a program that no test knows; see SnippetCommand");
        }
    }

    private static void checkJava(List<String> words) {
        for (String word : words) {
            if (word.startsWith("io.github.assumerole.")) {
                try {
                    Class.forName(word, false, SnippetCommand.class.getClassLoader());
                } catch (ClassNotFoundException missing) {
                    throw new IllegalArgumentException("there is no class '" + word + "'", missing);
                }
            }
        }
    }

    List<MavenCommand> maven() {
        return maven;
    }

    /** The properties of this plugin that a command sets, also through the profiles of this project. */
    static Map<String, String> properties(MavenCommand command) {
        Map<String, String> properties = new LinkedHashMap<>();
        if (command.wrapper()) {
            ManualGoals.PLUGIN_POM.getProfiles().stream()
                    .filter(profile -> command.profiles().contains(profile.getId()))
                    .flatMap(profile -> profile.getProperties().entrySet().stream())
                    .filter(property -> property.getKey().toString().startsWith(PREFIX))
                    .forEach(property -> properties.put(
                            property.getKey().toString(), property.getValue().toString()));
        }
        properties.putAll(command.properties());
        return properties;
    }

    /** The POM with which Maven runs. */
    Optional<PomFragment> context(MavenCommand command) {
        if (command.wrapper()) {
            return command.profiles().contains("demo") ? Optional.of(demo()) : Optional.empty();
        }
        if (command.isComplete()) {
            return Optional.empty(); // The coordinates are for directories without a POM.
        }
        return step.pom().map(PomFragment::of).filter(PomFragment::isPom);
    }

    private static PomFragment demo() {
        String file = "src/demo/deploy-gate/pom.xml";
        List<String> lines = text(file)
                .replace("@project.version@", ManualGoals.PLUGIN_POM.getVersion())
                .lines()
                .toList();
        return PomFragment.of(new CodeBlock(file, 0, "", "xml", Optional.empty(), lines));
    }

    private static String text(String file) {
        try {
            return Files.readString(Markdown.root().resolve(Path.of(file)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The goals of this plugin that the command runs. */
    List<MojoExecution> goals(MavenCommand command, SnippetPom pom) {
        List<MojoExecution> goals = new ArrayList<>();
        for (String target : command.targets()) {
            if (target.contains(":")) {
                String id = target.contains("@") ? target.substring(target.indexOf('@') + 1) : "default-cli";
                ManualGoals.of(target)
                        .filter(goal -> !goal.getGoal().equals("help"))
                        .ifPresent(goal -> goals.add(pom.onCommandLine(goal, id)));
            } else {
                goals.addAll(pom.bound(phases.upTo(target)));
            }
        }
        return goals.isEmpty() ? configured(command, pom) : goals;
    }

    /** Of a command that only has properties for goals in the POM of the reader. */
    private static List<MojoExecution> configured(MavenCommand command, SnippetPom pom) {
        Set<String> properties = command.properties().keySet();
        if (properties.stream().noneMatch(property -> property.startsWith(PREFIX))) {
            return List.of();
        }
        return pom.onCommandLine(ManualGoals.withProperty(properties::contains));
    }
}
