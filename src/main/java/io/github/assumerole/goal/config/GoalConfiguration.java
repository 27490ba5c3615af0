package io.github.assumerole.goal.config;

import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** The configuration of a goal, as Maven has merged it from the POM, the goal's defaults and the user properties. */
public record GoalConfiguration(MavenSession session, MojoExecution execution) {

    private Optional<Xpp3Dom> element(String parameter) {
        return Optional.ofNullable(execution.getConfiguration().getChild(parameter));
    }

    /** Whether a boolean is true; anything else that is not false is rejected later. */
    public boolean isTrue(String parameter) {
        return element(parameter)
                .flatMap(element -> evaluate(element.getValue()))
                .filter("true"::equals)
                .isPresent();
    }

    /** The value of an expression, with all properties replaced; empty when it is not defined. */
    public Optional<String> evaluate(String expression) {
        try {
            return Optional.ofNullable(new PluginParameterExpressionEvaluator(session, execution).evaluate(expression))
                    .map(Object::toString);
        } catch (ExpressionEvaluationException invalid) {
            throw new IllegalStateException("Maven configured the goal with an invalid expression", invalid);
        }
    }
}
