package io.github.assumerole.goal.config;

import io.github.assumerole.bucket.rule.BucketRule;
import io.github.assumerole.bucket.rule.RulesReader;
import io.github.assumerole.bucket.rule.RulesXml;
import io.github.assumerole.build.ConfigurationOrigins;
import io.github.assumerole.build.ConfigurationOrigins.Origin;
import io.github.assumerole.report.RuleLocations;
import io.github.assumerole.text.ConfigurationProblems;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
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
 * @param evaluation replaces the expressions of a text
 */
public record ConfiguredLocations(
        MavenProject project, String executionId, Path root, Optional<File> rulesFile, UnaryOperator<String> evaluation)
        implements RuleLocations {
    private static final String RULES = "bucketRules";

    private static final Map<String, String> PARAMETERS = Map.of(
            "required-bucket", "requiredBuckets",
            "forbidden-bucket", "forbiddenBuckets",
            "available-name", "availableNames",
            "bucket-settings", RULES);

    /** How sure it is that an element is that of the rule; the surest last. */
    private enum Certainty {
        /** The element of the parameter. */
        PARAMETER,
        /** A rule about the same buckets, such as a part of a rule that Maven merged from two POMs. */
        SAME_BUCKETS,
        RULE
    }

    private record Match(Origin origin, Xpp3Dom element, Certainty certainty) {}

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
        GoalConfiguration goal = new GoalConfiguration(session, execution);
        return new ConfiguredLocations(project, execution.getExecutionId(), root, rulesFile, text -> goal.evaluate(text)
                .orElse(text));
    }

    @Override
    public Location of(BucketRule rule) {
        String first = rule.parameters().keySet().iterator().next();
        String parameter = PARAMETERS.getOrDefault(rule.kind(), first);
        Optional<Match> match = new ConfigurationOrigins(project, executionId)
                .merge(
                        origin -> match(origin, parameter, rule),
                        (dominant, recessive) ->
                                recessive.certainty.compareTo(dominant.certainty) > 0 ? recessive : dominant);
        return match.filter(
                        found -> found.certainty == Certainty.RULE || !parameter.equals(RULES) || rulesFile.isEmpty())
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

    private Optional<Match> match(Origin origin, String parameter, BucketRule rule) {
        return Optional.ofNullable(origin.configuration().getChild(parameter))
                .map(element -> Stream.of(element.getChildren())
                        .map(child -> new Match(origin, child, certainty(parameter, child, rule)))
                        .filter(found -> found.certainty != Certainty.PARAMETER)
                        .sorted(Comparator.comparing(Match::certainty).reversed())
                        .findFirst()
                        .orElseGet(() -> new Match(
                                origin,
                                element,
                                element.getChildCount() == 0 && !parameter.equals(RULES)
                                        ? Certainty.RULE
                                        : Certainty.PARAMETER)));
    }

    private Certainty certainty(String parameter, Xpp3Dom child, BucketRule rule) {
        boolean isDetailed = parameter.equals(RULES);
        Xpp3Dom about = isDetailed ? child.getChild("bucket") : child;
        String text = rule.parameters().values().iterator().next().toString();
        if (about == null
                || about.getValue() == null
                || !evaluation.apply(about.getValue()).strip().equals(text)) {
            return Certainty.PARAMETER;
        }
        return !isDetailed || isRule(child, rule) ? Certainty.RULE : Certainty.SAME_BUCKETS;
    }

    private boolean isRule(Xpp3Dom element, BucketRule rule) {
        RulesXml.Element rules = new RulesXml.Element(RULES, List.of(), List.of(xml(element)), "");
        return RulesReader.read(rules, RULES, new ConfigurationProblems()).contains(rule);
    }

    private RulesXml.Element xml(Xpp3Dom element) {
        Stream<RulesXml> text = Optional.ofNullable(element.getValue()).stream()
                .map(value -> new RulesXml.Text(evaluation.apply(value), ""));
        return new RulesXml.Element(
                element.getName(),
                List.of(),
                Stream.concat(text, Stream.of(element.getChildren()).map(this::xml))
                        .toList(),
                "");
    }

    /** Empty if there is no file, or not below the root, as a parent POM from a repository. */
    private Optional<String> uri(File file) {
        return Optional.ofNullable(file)
                .map(some -> some.toPath().toAbsolutePath().normalize())
                .filter(path -> path.startsWith(root))
                .map(path -> root.toUri().relativize(path.toUri()).toString());
    }
}
