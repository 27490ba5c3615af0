package io.github.assumerole.maven;

import io.github.assumerole.role.Validation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Finds parameters that are set to nothing, as a variable leaves them that is not there. Maven hands over the same as
 * for a parameter that nobody set: a gate, a role or a restriction would be gone without a word.
 */
record LostValues(MavenSession session, MavenProject project, MojoExecution execution) {

    /** Refuses a parameter that is set, but to nothing; {@code value} is what Maven made of it. */
    void refuse(Validation validation, String parameter, Object value) {
        Optional<Xpp3Dom> element =
                Optional.ofNullable(execution.getConfiguration().getChild(parameter));
        if (element.filter(list -> list.getChildCount() > 0).isPresent()) {
            return; // A list of elements arrives entry by entry, the empty ones too.
        }
        String property = "assume-role." + parameter;
        String ofCommandLine = "${" + property + "}";
        String written = element.map(Xpp3Dom::getValue).orElse(ofCommandLine);
        if (!written.equals(ofCommandLine) && isNothing(value)) {
            // An empty element is seen with Maven 4 only; Maven 3 drops it.
            String lost = written.isBlank() ? "is empty; give it a value" : written + " is not defined; define it";
            validation.refuse(parameter, lost + ", or remove <" + parameter + ">");
        } else if (written.equals(ofCommandLine) && isSetToNothing(property)) {
            validation.refuse(parameter, property + " is set, but to nothing; give it a value, or do not set it");
        }
    }

    private boolean isSetToNothing(String property) {
        return Stream.of(session.getUserProperties(), session.getSystemProperties(), project.getProperties())
                .map(properties -> properties.getProperty(property))
                .filter(Objects::nonNull)
                .findFirst()
                .filter(String::isBlank)
                .isPresent();
    }

    private static boolean isNothing(Object value) {
        return value == null || value.equals("") || value.equals(List.of());
    }
}
