package io.github.assumerole.goal.config.check;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.maven.model.io.xpp3.MavenXpp3Writer;
import org.apache.maven.project.MavenProject;

/** Which properties the POM of a project and those of its parents read, as in {@code ${name}}. */
record PropertyReferences(MavenProject project) {
    boolean contain(String property) {
        for (MavenProject pom = project; pom != null; pom = pom.getParent()) {
            if (pom.getOriginalModel() != null && text(pom).contains("${" + property + "}")) {
                return true;
            }
        }
        return false;
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
