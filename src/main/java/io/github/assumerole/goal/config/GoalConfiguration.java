package io.github.assumerole.goal.config;

import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** The configuration of a goal, as Maven has merged it from the POM, the goal's defaults and the user properties. */
public final class GoalConfiguration {
    private final MavenSession session;
    private final MojoExecution execution;

    /** One for all expressions: it copies all properties of the session. */
    private PluginParameterExpressionEvaluator evaluator;

    public GoalConfiguration(MavenSession session, MojoExecution execution) {
        this.session = session;
        this.execution = execution;
    }

    /** Whether a boolean is true; anything else that is not false is rejected later. */
    public boolean isTrue(String parameter) {
        Xpp3Dom element = execution.getConfiguration().getChild(parameter);
        return element != null
                && evaluate(element.getValue()).filter("true"::equals).isPresent();
    }

    /** The value of an expression, with all properties replaced; empty when it is not defined. */
    public Optional<String> evaluate(String expression) {
        if (expression == null || expression.indexOf('$') < 0) {
            return Optional.ofNullable(expression);
        }
        if (evaluator == null) {
            evaluator = new PluginParameterExpressionEvaluator(session, execution);
        }
        try {
            return Optional.ofNullable(evaluator.evaluate(expression)).map(Object::toString);
        } catch (ExpressionEvaluationException invalid) {
            throw new IllegalStateException("Maven configured the goal with an invalid expression", invalid);
        }
    }
}
