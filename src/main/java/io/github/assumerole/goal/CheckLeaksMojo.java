package io.github.assumerole.goal;

import static io.github.assumerole.text.Plural.grouped;

import io.github.assumerole.build.BuildOutput;
import io.github.assumerole.build.BuildState;
import io.github.assumerole.goal.config.ParameterPath;
import io.github.assumerole.leak.KnownSecret;
import io.github.assumerole.leak.Leak;
import io.github.assumerole.leak.LeakReport;
import io.github.assumerole.leak.LeakScan;
import io.github.assumerole.leak.ScanLimits;
import io.github.assumerole.leak.ScanStatistics;
import io.github.assumerole.leak.Unscanned;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.text.ConfigurationProblems;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Scans the build output for secrets of this build and fails if it finds one. It knows the secret access key and the
 * session token of every session that the build has assumed, and finds them in plain text and encoded, in files,
 * archives and file names. The report names the location, never the value.
 *
 * <p>A file that cannot be scanned, such as an encrypted archive, also fails the build. If the build has assumed no
 * role, the goal logs that there is nothing to scan for.
 *
 * @since 1.0.0
 */
@Mojo(
        name = "check-leaks",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresProject = false,
        threadSafe = true,
        configurator = GoalConfigurator.NAME)
final class CheckLeaksMojo extends AbstractMojo {
    private static final int MAX_LINES = 100;

    // GoalRun reads this and the next parameter by name.
    /** Skips all goals of this plugin: they check nothing and make no call. */
    @Parameter(property = "assume-role.skip", defaultValue = "false")
    private boolean skip;

    /** Skips only this goal. */
    @Parameter(property = "assume-role.checkLeaks.skip", defaultValue = "false")
    private boolean skipCheckLeaks;

    /**
     * Files and directories to scan, for example {@code deploy}, in addition to the build output, which is the build
     * directory, the POM, the artifact and the attached artifacts (of the module; on the command line, of all modules).
     * A path that does not exist is an error.
     */
    @Parameter(property = "assume-role.leakIncludes")
    private List<File> leakIncludes = List.of();

    /**
     * Files and directories not to scan, for example {@code target/site}. Credentials files of {@code exportTo} are
     * never scanned, because they are deleted when the build ends.
     */
    @Parameter(property = "assume-role.leakExcludes")
    private List<File> leakExcludes = List.of();

    @Inject
    MavenSession session;

    @Inject
    MavenProject project;

    @Inject
    MojoExecution execution;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        new GoalRun(session, project, execution, getLog()).run(this::run);
    }

    private void run(ConfigurationProblems problems) throws MojoFailureException {
        List<Path> included = paths(problems, "leakIncludes", leakIncludes);
        List<Path> excluded = new ArrayList<>(paths(problems, "leakExcludes", leakExcludes));
        included.stream()
                .filter(path -> !Files.exists(path))
                .forEach(path -> problems.add("leakIncludes", path + " does not exist; correct the path or remove it"));
        problems.throwIfAny();

        BuildState state = BuildState.of(session);
        List<KnownSecret> secrets = state.issued().stream()
                .map(secret -> new KnownSecret(secret.assumedRoleArn(), secret.kind(), secret.value()))
                .toList();
        if (secrets.isEmpty()) {
            getLog().info("Nothing to search for: no role was assumed in this build.");
            return;
        }
        excluded.addAll(state.credentialsFiles());
        LeakReport report = new LeakScan(secrets, ScanLimits.DEFAULT).scan(roots(included), excluded);
        conclude(report);
        ScanStatistics scanned = report.statistics();
        getLog().info("No secrets found in " + grouped(scanned.files()) + " files and " + grouped(scanned.entries())
                + " archive entries (" + grouped(scanned.bytes()) + " bytes)");
    }

    private List<Path> roots(List<Path> included) {
        boolean commandLine = execution.getSource() == MojoExecution.Source.CLI;
        List<MavenProject> built = commandLine ? session.getProjects() : List.of(project);
        return Stream.concat(built.stream().flatMap(module -> BuildOutput.of(module, session)), included.stream())
                .toList();
    }

    private static List<Path> paths(ConfigurationProblems problems, String parameter, List<File> files) {
        if (files.stream().anyMatch(Objects::isNull)) {
            problems.add(parameter, "has an empty entry; remove it, or give it a value");
        }
        return files.stream()
                .flatMap(file -> ParameterPath.read(problems, parameter, Optional.ofNullable(file)).stream())
                .toList();
    }

    /** Leaks come first, then what was not scanned. */
    private static void conclude(LeakReport report) throws MojoFailureException {
        List<String> unscanned =
                firstLines(report.unscanned().stream().map(Unscanned::message).toList());
        if (!report.leaks().isEmpty()) {
            List<String> lines = new ArrayList<>();
            lines.add("Build output contains secrets of this build:");
            lines.addAll(firstLines(report.leaks().stream().map(Leak::message).toList()));
            lines.addAll(unscanned);
            lines.add(
                    "They are valid until the session expires. Remove these files and do not publish them. Set <exportTo> to"
                            + " none or credentialsFile to keep credentials out of the properties that other plugins read.");
            throw new MojoFailureException(String.join("\n", lines));
        }
        if (!unscanned.isEmpty()) {
            throw new AwsAccessException(
                    "Cannot verify that the build output contains no secrets of this build",
                    String.join("\n", unscanned),
                    List.of("make it readable, or exclude it with <leakExcludes>"));
        }
    }

    private static List<String> firstLines(List<String> lines) {
        return lines.size() <= MAX_LINES
                ? lines
                : Stream.concat(
                                lines.stream().limit(MAX_LINES),
                                Stream.of("... and " + (lines.size() - MAX_LINES) + " more"))
                        .toList();
    }
}
