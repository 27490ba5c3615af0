package io.github.assumerole.manual;

import io.github.assumerole.goal.GoalTest;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.text.InvalidConfigurationException;
import io.github.assumerole.text.InvalidConfigurationException.Problem;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.lifecycle.DefaultLifecycles;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Runs the goals of a snippet against an embedded AWS that has the roles of the manual. What needs another environment,
 * such as a profile or a CI server, runs offline: the goal then checks its configuration, and makes no call.
 */
abstract class SnippetRunner extends GoalTest {
    /** A message mostly quotes what is wrong. */
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    private static final Pattern NAME = Pattern.compile("^([\\w-]+)");

    private final Set<String> problems = new LinkedHashSet<>();
    private final List<String> printed = new ArrayList<>();
    private boolean passes = true;

    @Inject
    private DefaultLifecycles lifecycles;

    SnippetRunner() {
        super(ManualWorld.build());
        noParameter("profile");
    }

    /** What is wrong with the snippet and its output, each with page and line; empty if nothing is. */
    final List<String> problems(Step step) {
        try {
            if (step.isXml()) {
                run(step, PomFragment.of(step.block()));
            } else {
                run(step);
            }
        } catch (IllegalArgumentException | IOException wrong) {
            add(step, wrong.getMessage());
        }
        if (problems.isEmpty()) {
            problems.addAll(new StepOutput(step, printed()).problems());
        }
        return List.copyOf(problems);
    }

    /** What is wrong with commands that are not run. */
    final List<String> invalidCommands(List<CodeBlock> commands) {
        List<String> invalid = new ArrayList<>();
        for (CodeBlock command : commands) {
            try {
                new SnippetCommand(new Step(command, Optional.empty(), List.of()), phases());
            } catch (IllegalArgumentException wrong) {
                invalid.add(command.place(0) + ": " + wrong.getMessage());
            }
        }
        return invalid;
    }

    private void add(Step step, String problem) {
        problems.add(
                problem.startsWith(step.block().page() + ":")
                        ? problem
                        : step.placeOf(problem, QUOTED) + ": " + problem);
    }

    private void run(Step step, PomFragment fragment) throws IOException {
        fragment.namedGoals().forEach(ManualGoals::named);
        if (fragment.isSettings()) {
            SnippetPom.checkSettings(fragment.xml());
        } else if (fragment.isPom()) {
            SnippetPom pom = open(fragment, List.of());
            List<MojoExecution> goals = pom.bound(phases(), phases().size());
            execute(step, goals.isEmpty() ? pom.configuredOnly() : goals, true);
            execute(step, pom.enforcerRules(), false);
        }
    }

    private SnippetPom open(PomFragment fragment, List<String> profiles) throws IOException {
        SnippetPom pom = SnippetPom.read(fragment.xml(), new File(directory, "pom.xml"), profiles);
        project.setOriginalModel(pom.original());
        project.setModel(pom.effective());
        return pom;
    }

    private void run(Step step) throws IOException {
        SnippetCommand command = new SnippetCommand(step, phases());
        for (MavenCommand maven : command.maven()) {
            passes = true;
            build.session().getUserProperties().clear();
            parameter("endpointUrl", aws.endpoint().toString());
            SnippetCommand.properties(maven).forEach(build::define);
            build.session().getRequest().setOffline(maven.offline());
            Optional<PomFragment> context = command.context(maven);
            SnippetPom pom = context.isPresent() ? open(context.get(), maven.profiles()) : SnippetPom.none();
            execute(step, command.goals(maven, pom), !maven.isComplete());
        }
    }

    private List<String> phases() {
        return lifecycles.getLifeCycles().stream()
                .flatMap(lifecycle -> lifecycle.getPhases().stream())
                .toList();
    }

    /** @param isPart whether the rest of the configuration is in the POM of the reader, above all the role */
    private void execute(Step step, List<MojoExecution> goals, boolean isPart) {
        if (isPart
                && goals.stream().noneMatch(goal -> ReaderEnvironment.inPom(goal, "roleArn")
                        .isPresent())) {
            build.session().getUserProperties().putIfAbsent("assume-role.roleArn", StandardWorld.CI_DEPLOY);
        }
        goals.forEach(goal -> execute(step, goal));
    }

    private void execute(Step step, MojoExecution execution) {
        if (!passes) {
            return;
        }
        printed.add("--- assume-role:" + ManualGoals.PLUGIN_POM.getVersion() + ":" + execution.getGoal() + " ("
                + execution.getExecutionId() + ") @ " + project.getArtifactId() + " ---");
        int logged = log.lines().size();
        boolean isOffline = build.session().isOffline();
        ReaderEnvironment reader = new ReaderEnvironment(build, project, directory.toPath());
        if (reader.isRemote(execution)) {
            build.session().getRequest().setOffline(true);
        }
        try {
            reader.prepare(execution);
            SnippetPom.checkRule(build.session(), project, execution);
            run(goal(execution), logged);
        } catch (MojoFailureException violation) {
            fail(violation);
        } catch (MojoExecutionException error) {
            fail(error);
            judge(step, error, isOffline);
        } catch (InvalidConfigurationException invalid) {
            invalid.problems().forEach(problem -> add(step, place(step, problem)));
        } catch (AssertionError unknown) {
            add(step, String.valueOf(unknown.getCause().getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ReaderEnvironment.reset();
            build.session().getRequest().setOffline(isOffline);
        }
    }

    private void run(Mojo goal, int logged) throws MojoFailureException, MojoExecutionException {
        try {
            goal.execute();
        } finally {
            printed.addAll(log.lines().subList(logged, log.lines().size()));
        }
    }

    private void fail(Exception failure) {
        passes = false;
        failure.getMessage().lines().forEach(printed::add);
    }

    private void judge(Step step, MojoExecutionException error, boolean isOffline) {
        if (error.getCause() instanceof InvalidConfigurationException invalid) {
            if (!isShown(step, error)) {
                invalid.problems().forEach(problem -> add(step, place(step, problem)));
            }
        } else if (!(error.getCause() instanceof AwsAccessException)
                || !build.session().isOffline() && !isOffline) {
            if (!isShown(step, error)) {
                add(step, error.getMessage());
            }
        }
    }

    /** Whether the manual shows this error as the result of the snippet. */
    private static boolean isShown(Step step, MojoExecutionException error) {
        PrintedLines message = new PrintedLines(error.getMessage().lines().toList());
        return step.outputs().stream()
                .flatMap(block -> block.lines().stream())
                .anyMatch(line -> !PrintedLines.isOfMaven(line) && message.contain(line));
    }

    private static String place(Step step, Problem problem) {
        return step.placeOf(problem.parameter().replaceFirst("^assume-role\\.", ""), NAME) + ": " + problem;
    }

    private PrintedLines printed() {
        List<String> lines = new ArrayList<>(printed);
        try (Stream<Path> files = Files.walk(directory.toPath())) {
            files.filter(Files::isRegularFile).forEach(file -> lines.addAll(lines(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PrintedLines(lines);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (MalformedInputException binary) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
