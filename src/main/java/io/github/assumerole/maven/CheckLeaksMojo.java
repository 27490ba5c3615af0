package io.github.assumerole.maven;

import io.github.assumerole.leak.KnownSecret;
import io.github.assumerole.leak.Leak;
import io.github.assumerole.leak.LeakReport;
import io.github.assumerole.leak.LeakScan;
import io.github.assumerole.leak.ScanLimits;
import io.github.assumerole.leak.Unscanned;
import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.Validation;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Looks for the secrets of this build in what it has built, and fails when one is there. The secret access keys and
 * session tokens of every session that this build has assumed are known, so they can be looked for as they are and
 * encoded, in files, in archives, and in names. Findings name the place and never the value.
 *
 * <p>What could not be looked at, such as an encrypted archive, fails the build, too. Where no role was assumed, there
 * is nothing to look for, and a line says so.
 *
 * @since 1.0.0
 */
@Mojo(name = "check-leaks", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
final class CheckLeaksMojo extends AbstractGoal {
    private static final int MAX_LINES = 100;

    /**
     * Skips this goal, and no other.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.checkLeaks.skip", defaultValue = "false")
    private boolean skipCheckLeaks;

    /**
     * More files and directories to look into, besides the build directory: of the module, or of all modules when the
     * goal is named on the command line. One that is not there is an error.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.leakIncludes")
    private List<File> leakIncludes;

    /**
     * Files and directories not to look into. The files of {@code exportTo=credentialsFile} never count: they are gone
     * when the build ends.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.leakExcludes")
    private List<File> leakExcludes;

    @Inject
    CheckLeaksMojo(MavenSession session, MavenProject project, MojoExecution execution) {
        super(session, project, execution);
    }

    @Override
    void run() throws MojoFailureException {
        Validation validation = new Validation();
        lostValues().refuse(validation, "leakIncludes", leakIncludes);
        lostValues().refuse(validation, "leakExcludes", leakExcludes);
        List<Path> included = paths(validation, "leakIncludes", leakIncludes);
        List<Path> excluded = paths(validation, "leakExcludes", leakExcludes);
        included.stream()
                .filter(path -> !Files.exists(path))
                .forEach(path -> validation.refuse("leakIncludes", path + " does not exist"));
        validation.finish();

        List<KnownSecret> secrets = state().issued();
        if (secrets.isEmpty()) {
            getLog().info("Nothing to search for: no role was assumed in this build.");
            return;
        }
        LeakReport report = new LeakScan(secrets, ScanLimits.DEFAULT).scan(roots(included), excluded(excluded));
        conclude(report);
        getLog().info(String.format(
                Locale.ROOT,
                "No secrets found in %,d files and %,d archive entries (%,d bytes)",
                report.statistics().files(),
                report.statistics().entries(),
                report.statistics().bytes()));
    }

    private List<Path> roots(List<Path> included) {
        boolean commandLine = execution.getSource() == MojoExecution.Source.CLI;
        List<MavenProject> built = commandLine ? session.getProjects() : List.of(project);
        return Stream.concat(built.stream().map(module -> BuildDirectory.of(module, session)), included.stream())
                .toList();
    }

    private List<Path> excluded(List<Path> configured) {
        return Stream.concat(state().credentialsFiles().stream(), configured.stream())
                .toList();
    }

    private static List<Path> paths(Validation validation, String parameter, List<File> files) {
        List<File> named = files == null ? List.of() : files;
        if (named.stream().anyMatch(Objects::isNull)) {
            validation.refuse(parameter, "has an empty entry; remove it, or give it a value");
        }
        return named.stream()
                .flatMap(file -> ParameterPath.read(validation, parameter, file).stream())
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
                    "They are valid until the session expires: remove these files and do not publish them. Set <exportTo> to"
                            + " none or credentialsFile to keep credentials out of the properties that other plugins read.");
            throw new MojoFailureException(String.join("\n", lines));
        }
        if (!unscanned.isEmpty()) {
            throw new AccessFailed(
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

    @Override
    boolean skipsThisGoal() {
        return skipCheckLeaks;
    }

    @Override
    String goalInProperties() {
        return "checkLeaks";
    }
}
