package io.github.assumerole.goal.config;

import io.github.assumerole.bucket.rule.BucketRule;
import io.github.assumerole.build.ConfigurationOrigins;
import io.github.assumerole.build.ConfigurationOrigins.Origin;
import io.github.assumerole.report.RuleLocations;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Finds the lines of rules in the POMs, and in the rules file the rules that no POM contains.
 *
 * @param root the directory that URIs are relative to
 * @param rulesFile the rules file, if there is one; it may be invalid until rules are read
 */
public record ConfiguredLocations(MavenProject project, String executionId, Path root, Optional<File> rulesFile)
        implements RuleLocations {
    private static final String RULES = "bucketRules";

    private static final Map<String, String> PARAMETERS = Map.of(
            "required-bucket", "requiredBuckets",
            "forbidden-bucket", "forbiddenBuckets",
            "available-name", "availableNames",
            "bucket-settings", RULES);

    /** @param isExact whether the element is that of the rule, not only one of its parameter */
    private record Match(Origin origin, Xpp3Dom element, boolean isExact) {}

    /** With the root of the Git repository, else the directory of the build. */
    public static ConfiguredLocations of(
            MavenSession session, MavenProject project, MojoExecution execution, Optional<File> rulesFile) {
        Path build = Optional.ofNullable(project.getBasedir())
                .orElseGet(() -> new File(session.getExecutionRootDirectory()))
                .toPath()
                .toAbsolutePath()
                .normalize();
        Path root = Stream.iterate(build, directory -> directory != null, Path::getParent)
                .filter(directory -> Files.exists(directory.resolve(".git")))
                .findFirst()
                .or(() -> Optional.ofNullable(session.getRequest().getMultiModuleProjectDirectory())
                        .map(File::toPath))
                .orElse(build)
                .toAbsolutePath()
                .normalize();
        return new ConfiguredLocations(project, execution.getExecutionId(), root, rulesFile);
    }

    @Override
    public Location of(BucketRule rule) {
        Map.Entry<String, Object> first =
                rule.parameters().entrySet().iterator().next();
        String parameter = PARAMETERS.getOrDefault(rule.kind(), first.getKey());
        Optional<Match> match = new ConfigurationOrigins(project, executionId)
                .merge(
                        origin -> match(origin, parameter, first.getValue().toString()),
                        (dominant, recessive) -> recessive.isExact && !dominant.isExact ? recessive : dominant);
        return match.filter(found -> found.isExact || !parameter.equals(RULES) || rulesFile.isEmpty())
                .flatMap(found -> uri(found.origin.pom().getFile())
                        .map(uri -> new Location(uri, found.origin.line(found.element))))
                .or(() -> rulesFile
                        .filter(file -> parameter.equals(RULES))
                        .flatMap(this::uri)
                        .map(ConfiguredLocations::withoutLine))
                .orElseGet(() -> withoutLine(uri(project.getFile()).orElse("pom.xml")));
    }

    private static Location withoutLine(String uri) {
        return new Location(uri, OptionalInt.empty());
    }

    private static Optional<Match> match(Origin origin, String parameter, String about) {
        return Optional.ofNullable(origin.configuration().getChild(parameter))
                .map(element -> Stream.of(element.getChildren())
                        .filter(child -> about.equals(text(parameter, child)))
                        .findFirst()
                        .map(child -> new Match(origin, child, true))
                        .orElseGet(() -> new Match(origin, element, element.getChildCount() == 0)));
    }

    /** The text that a child of the parameter is about; null if there is none. */
    private static String text(String parameter, Xpp3Dom child) {
        Xpp3Dom about = parameter.equals(RULES) ? child.getChild("bucket") : child;
        return about == null || about.getValue() == null
                ? null
                : about.getValue().strip();
    }

    /** Empty if there is no file, or not below the root, as a parent POM from a repository. */
    private Optional<String> uri(File file) {
        return Optional.ofNullable(file)
                .map(some -> some.toPath().toAbsolutePath().normalize())
                .filter(path -> path.startsWith(root))
                .map(path -> root.toUri().relativize(path.toUri()).toString());
    }
}
