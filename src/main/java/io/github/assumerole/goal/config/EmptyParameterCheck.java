package io.github.assumerole.goal.config;

import io.github.assumerole.text.ConfigurationProblems;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Rejects parameters that are configured, but empty, usually because a variable is not defined. Maven passes the same
 * value to the goal as if the parameter was not configured: a rule, a role or a restriction would be lost silently.
 */
public record EmptyParameterCheck(MavenSession session, MavenProject project, MojoExecution execution) {

    /** Checks all parameters of the goal. */
    public void check(ConfigurationProblems problems) {
        execution.getMojoDescriptor().getParameters().forEach(parameter -> message(parameter)
                .ifPresent(message -> problems.add(parameter.getName(), message)));
    }

    /** Whether {@link #check} rejects a parameter. */
    public boolean rejects(String name) {
        return execution.getMojoDescriptor().getParameters().stream()
                .anyMatch(parameter ->
                        parameter.getName().equals(name) && message(parameter).isPresent());
    }

    private Optional<String> message(Parameter parameter) {
        GoalConfiguration configuration = new GoalConfiguration(session, execution);
        Optional<Xpp3Dom> element = configuration.element(parameter.getName());
        if (element.isEmpty() || element.get().getChildCount() > 0) {
            return Optional.empty(); // The entries of a list are checked one by one where they are parsed.
        }
        String text = Objects.requireNonNullElse(element.get().getValue(), "");
        if (text.equals(parameter.getExpression())) {
            String property = text.substring("${".length(), text.length() - "}".length());
            return Optional.of(property + " is empty; set a value or remove it")
                    .filter(message -> isDefinedButEmpty(property));
        }
        if (isEmpty(text)) {
            return Optional.of("is empty; set a value or remove it"); // Maven 3 drops most empty elements.
        }
        return Optional.of(text + " is not defined; define it or remove <" + parameter.getName() + ">")
                .filter(message -> isEmpty(configuration.evaluate(text).orElse("")));
    }

    private boolean isDefinedButEmpty(String property) {
        return Stream.of(session.getUserProperties(), session.getSystemProperties(), project.getProperties())
                .map(properties -> properties.getProperty(property))
                .filter(Objects::nonNull)
                .findFirst()
                .filter(EmptyParameterCheck::isEmpty)
                .isPresent();
    }

    /** Of a list, commas may be left over. */
    private static boolean isEmpty(String text) {
        return text.replace(',', ' ').isBlank();
    }
}
