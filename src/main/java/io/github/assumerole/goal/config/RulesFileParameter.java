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

/** Parameter {@code rulesFile}. Maven resolves a relative path of a parent POM against the directory of each module. */
public record RulesFileParameter(MavenProject project, MojoExecution execution) {
    private static final String PARAMETER = "rulesFile";

    /** The path; empty if it is invalid, or if the file of a parent POM does not exist in this module. */
    public Optional<Path> read(ConfigurationProblems problems, Optional<File> file) {
        Optional<Path> path = ParameterPath.read(problems, PARAMETER, file);
        Optional<Origin> parent =
                path.filter(missing -> !Files.exists(missing)).flatMap(missing -> origin(file.orElseThrow()));
        parent.ifPresent(origin -> problems.add(PARAMETER, path.orElseThrow() + " does not exist" + cure(origin)));
        return path.filter(some -> parent.isEmpty());
    }

    /** The parent POM that contains the relative path of the file. */
    private Optional<Origin> origin(File file) {
        return new ConfigurationOrigins(project, execution.getExecutionId())
                .merge(
                        origin -> Optional.of(origin).filter(some -> text(some).isPresent()),
                        (dominant, recessive) -> dominant)
                .filter(origin -> origin.pom() != project)
                .filter(origin -> new File(project.getBasedir(), text(origin).orElseThrow()).equals(file));
    }

    private static Optional<String> text(Origin origin) {
        return Optional.ofNullable(origin.configuration().getChild(PARAMETER)).map(Xpp3Dom::getValue);
    }

    private static String cure(Origin origin) {
        String text = text(origin).orElseThrow();
        File besidePom = new File(origin.pom().getBasedir(), text);
        return ". It is a relative path in " + origin.place() + ", which Maven resolves against each module"
                + (origin.pom().getBasedir() != null && besidePom.exists() ? ", and " + besidePom + " exists" : "")
                + "; write ${maven.multiModuleProjectDirectory}/" + text
                + " for a path from the directory that contains .mvn, or the top-level POM";
    }
}
