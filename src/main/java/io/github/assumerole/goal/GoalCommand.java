package io.github.assumerole.goal;

import static java.util.function.Predicate.not;

import io.github.assumerole.build.PluginCoordinates;
import io.github.assumerole.goal.config.check.DeclaredPlugin;
import io.github.assumerole.text.Printable;
import java.io.File;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * The command line that runs another goal of this plugin with the configuration of this execution: its project,
 * profiles and execution ID, and the user properties that are parameters of the goal. {@link #others} names the rest.
 *
 * @param windows whether the command is for PowerShell, and for cmd.exe as far as double quotes suffice
 */
record GoalCommand(MavenSession session, MavenProject project, MojoExecution execution, boolean windows) {
    private static final String DEFAULT_EXECUTION = "default-cli";
    /** User properties that Maven 4 defines. */
    private static final Set<String> OF_MAVEN_4 = Set.of("session.rootDirectory", "session.topDirectory");

    private static final Pattern UNQUOTED = Pattern.compile("[\\w@%+=:,./-]+");
    /** PowerShell ends an argument that begins with a hyphen at its first dot. */
    private static final Pattern UNQUOTED_ON_WINDOWS = Pattern.compile("[\\w:/\\\\-]+");

    /** PowerShell expands these in double quotes, or ends the quotes; cmd.exe has no others. */
    private static final Pattern SPECIAL_IN_DOUBLE_QUOTES = Pattern.compile("[$`\"]");

    static GoalCommand of(MavenSession session, MavenProject project, MojoExecution execution) {
        String os = session.getSystemProperties().getProperty("os.name", "");
        return new GoalCommand(
                session, project, execution, os.toLowerCase(Locale.ROOT).startsWith("windows"));
    }

    /** @param properties replace those of this execution */
    String run(String goal, Map<String, String> properties) {
        List<String> words = new ArrayList<>(List.of("mvn"));
        if (project.getFile() != null && !project.getFile().equals(defaultPom())) {
            words.addAll(List.of("-f", project.getFile().getPath()));
        }
        String profiles = profiles();
        if (!profiles.isEmpty()) {
            words.add("-P" + profiles);
        }
        words.add(isDeclared() ? "assume-role:" + goal + executionSuffix() : coordinates() + ":" + goal);
        Map<String, String> all = new TreeMap<>(propertiesOf(goal));
        all.putAll(properties);
        all.forEach((name, value) -> words.add("-D" + name + "=" + value));
        return words.stream().map(this::quoted).collect(Collectors.joining(" "));
    }

    /**
     * Goals and options of this build that the command of a goal lacks; properties without values, which may be
     * secrets.
     */
    List<String> others(String goal) {
        List<String> names = new ArrayList<>();
        if (execution.getSource() == MojoExecution.Source.CLI) {
            session.getGoals().stream().filter(not(this::isThis)).forEach(names::add);
        }
        Set<String> known = new HashSet<>(OF_MAVEN_4);
        known.addAll(parametersOf(goal));
        known.addAll(parametersOf(execution.getGoal()));
        session.getUserProperties().stringPropertyNames().stream()
                .filter(not(known::contains))
                .sorted()
                .forEach(name -> names.add("-D" + Printable.of(name)));
        MavenExecutionRequest request = session.getRequest();
        if (isOther(request.getUserSettingsFile(), "user.home", ".m2/settings.xml")) {
            names.add("-s");
        }
        if (isOther(request.getGlobalSettingsFile(), "maven.home", "conf/settings.xml")) {
            names.add("-gs");
        }
        return names;
    }

    private boolean isThis(String goal) {
        return goal.replaceFirst("@.*", "").endsWith(":" + execution.getGoal());
    }

    private boolean isOther(File file, String directory, String path) {
        String base = session.getSystemProperties().getProperty(directory);
        return file != null && base != null && !file.equals(new File(base, path));
    }

    /** The one that Maven reads without {@code -f}. */
    private File defaultPom() {
        return new File(session.getSystemProperties().getProperty("user.dir", ""), "pom.xml");
    }

    private String profiles() {
        MavenExecutionRequest request = session.getRequest();
        return Stream.concat(
                        request.getActiveProfiles().stream(),
                        request.getInactiveProfiles().stream().map(profile -> "!" + profile))
                .collect(Collectors.joining(","));
    }

    /** The prefix of the plugin works only in a project that declares it. */
    private boolean isDeclared() {
        return new DeclaredPlugin(project).merged().isPresent();
    }

    private String executionSuffix() {
        return execution.getExecutionId().equals(DEFAULT_EXECUTION) ? "" : "@" + execution.getExecutionId();
    }

    private String coordinates() {
        return PluginCoordinates.KEY + ":"
                + execution.getMojoDescriptor().getPluginDescriptor().getVersion();
    }

    /** The user properties that are parameters of the goal. */
    private Map<String, String> propertiesOf(String goal) {
        Set<String> parameters = parametersOf(goal);
        return session.getUserProperties().stringPropertyNames().stream()
                .filter(parameters::contains)
                .collect(Collectors.toMap(name -> name, session.getUserProperties()::getProperty));
    }

    private Set<String> parametersOf(String goal) {
        return execution.getMojoDescriptor().getPluginDescriptor().getMojo(goal).getParameters().stream()
                .map(Parameter::getExpression)
                .filter(Objects::nonNull)
                .map(expression -> expression.replaceAll("^\\$\\{|}$", ""))
                .collect(Collectors.toSet());
    }

    private String quoted(String word) {
        String printable = Printable.of(word);
        if ((windows ? UNQUOTED_ON_WINDOWS : UNQUOTED).matcher(printable).matches()) {
            return printable;
        }
        if (windows && !SPECIAL_IN_DOUBLE_QUOTES.matcher(printable).find()) {
            return '"' + printable + '"';
        }
        return "'" + printable.replace("'", windows ? "''" : "'\\''") + "'";
    }
}
