package io.github.assumerole.goal.config.check;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.io.xpp3.MavenXpp3Writer;
import org.apache.maven.project.MavenProject;

/** Which properties POMs read, as in {@code ${name}}. */
record PropertyReferences(MavenSession session, MavenProject project) {
    /** Whether the POM of the project, or one of its parents, reads a property. */
    boolean contain(String property) {
        return lineage(project).anyMatch(pom -> reads(pom, property));
    }

    /** The POM of a parent can define a property that only some of the modules read. */
    boolean containInAnyModule(String property) {
        return contain(property)
                || Optional.ofNullable(session.getAllProjects()).orElseGet(session::getProjects).stream()
                        .flatMap(PropertyReferences::lineage)
                        .distinct()
                        .anyMatch(pom -> reads(pom, property));
    }

    private static Stream<MavenProject> lineage(MavenProject project) {
        return Stream.iterate(project, Objects::nonNull, MavenProject::getParent);
    }

    private static boolean reads(MavenProject pom, String property) {
        return pom.getOriginalModel() != null && text(pom).contains("${" + property + "}");
    }

    private static String text(MavenProject pom) {
        try {
            StringWriter text = new StringWriter();
            new MavenXpp3Writer().write(text, pom.getOriginalModel());
            return text.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
