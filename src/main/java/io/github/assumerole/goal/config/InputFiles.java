package io.github.assumerole.goal.config;

import io.github.assumerole.build.ConfigurationOrigins;
import io.github.assumerole.build.ConfigurationOrigins.Origin;
import io.github.assumerole.text.ConfigurationProblems;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Files that parameters name. Maven resolves a relative path of a parent POM against the directory of each module. */
public record InputFiles(MavenProject project, MojoExecution execution) {
    /** The path; empty if it is invalid, or if the file of a parent POM does not exist in this module. */
    public Optional<Path> read(ConfigurationProblems problems, String parameter, Optional<File> file) {
        Optional<Path> path = ParameterPath.read(problems, parameter, file);
        Optional<String> inherited = path.flatMap(missing -> inherited(parameter, missing));
        inherited.ifPresent(how -> problems.add(parameter, path.orElseThrow() + " does not exist. It is " + how));
        return path.filter(some -> inherited.isEmpty());
    }

    /** The parameter in an advice; with an explanation if the file of a parent POM does not exist in this module. */
    String setting(String parameter, Path file) {
        return "<" + parameter + ">"
                + inherited(parameter, file).map(how -> " (" + how + ")").orElse("");
    }

    private Optional<String> inherited(String parameter, Path file) {
        return Files.exists(file) ? Optional.empty() : origin(parameter, file).map(origin -> how(parameter, origin));
    }

    /** The parent POM that contains the relative path of the file. */
    private Optional<Origin> origin(String parameter, Path file) {
        return new ConfigurationOrigins(project, execution.getExecutionId())
                .merge(
                        origin -> Optional.of(origin)
                                .filter(some -> text(parameter, some).isPresent()),
                        (dominant, recessive) -> dominant)
                .filter(origin -> origin.pom() != project)
                .filter(origin ->
                        new File(project.getBasedir(), text(parameter, origin).orElseThrow()).equals(file.toFile()));
    }

    private static Optional<String> text(String parameter, Origin origin) {
        return Optional.ofNullable(origin.configuration().getChild(parameter)).map(Xpp3Dom::getValue);
    }

    private static String how(String parameter, Origin origin) {
        String text = text(parameter, origin).orElseThrow();
        File besidePom = new File(origin.pom().getBasedir(), text);
        return "a relative path in " + origin.place() + ", which Maven resolves against each module"
                + (origin.pom().getBasedir() != null && besidePom.exists() ? ", and " + besidePom + " exists" : "")
                + "; write ${maven.multiModuleProjectDirectory}/" + text
                + " for a path from the directory that contains .mvn, or the top-level POM";
    }
}
