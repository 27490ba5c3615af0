package io.github.assumerole.goal;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.plugin.AbstractMojo;
import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.component.configurator.ConfigurationListener;
import org.codehaus.plexus.component.configurator.converters.ConfigurationConverter;
import org.codehaus.plexus.component.configurator.converters.ParameterizedConfigurationConverter;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Sets the parameters of a goal to the same values as Maven's own configurator, which copies all methods and fields of
 * the goal for each of some fifty parameters: most of the time of a skipped goal. Whatever is not plain is left to it,
 * such as an invalid value, so that its messages are the same. A goal that is skipped needs no parameters.
 *
 * <p>META-INF/plexus/components.xml registers this class.
 */
final class GoalConfigurator extends BasicComponentConfigurator {
    /** The hint that the goals name. */
    static final String NAME = "assume-role";

    /** The fields of the goals; Maven keeps this component as long as their classes. */
    private final ConcurrentMap<Class<?>, Map<String, Field>> fields = new ConcurrentHashMap<>();

    @Override
    public void configureComponent(
            Object goal,
            PlexusConfiguration configuration,
            ExpressionEvaluator evaluator,
            ClassRealm realm,
            ConfigurationListener listener)
            throws ComponentConfigurationException {
        if (isSkipped(configuration, evaluator)) {
            return;
        }
        Map<String, Field> ofGoal = fields.computeIfAbsent(goal.getClass(), GoalConfigurator::fieldsOf);
        Parameters parameters = new Parameters(goal, ofGoal, evaluator, realm, listener);
        PlexusConfiguration rest = new DefaultPlexusConfiguration(configuration.getName());
        for (int i = 0; i < configuration.getChildCount(); i++) {
            if (!set(parameters, configuration.getChild(i))) {
                rest.addChild(configuration.getChild(i));
            }
        }
        super.configureComponent(goal, rest, evaluator, realm, listener);
    }

    /** {@link GoalRun} reads the same elements, and does not run the goal. */
    private static boolean isSkipped(PlexusConfiguration configuration, ExpressionEvaluator evaluator)
            throws ComponentConfigurationException {
        for (int i = 0; i < configuration.getChildCount(); i++) {
            PlexusConfiguration element = configuration.getChild(i);
            if (element.getName().startsWith("skip") && isTrue(element, evaluator)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTrue(PlexusConfiguration element, ExpressionEvaluator evaluator)
            throws ComponentConfigurationException {
        try {
            Object value = evaluator.evaluate(element.getValue(""));
            return value != null && value.toString().equals("true");
        } catch (ExpressionEvaluationException invalid) {
            throw new ComponentConfigurationException(element, invalid.getMessage(), invalid);
        }
    }

    private record Parameters(
            Object goal,
            Map<String, Field> fields,
            ExpressionEvaluator evaluator,
            ClassRealm realm,
            ConfigurationListener listener) {}

    private static Map<String, Field> fieldsOf(Class<?> goal) {
        Map<String, Field> fields = new HashMap<>();
        for (Class<?> type = goal; type != AbstractMojo.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                fields.putIfAbsent(field.getName(), field);
            }
        }
        return fields;
    }

    /** Whether the parameter needs no more configuration. */
    private boolean set(Parameters parameters, PlexusConfiguration element) {
        Field field = parameters.fields().get(element.getName());
        if (field == null || element.getAttribute("implementation") != null) {
            return false;
        }
        try {
            Object value = null;
            if (isListOfTexts(element, field)) {
                List<String> texts = texts(parameters.evaluator(), element);
                if (texts.size() < element.getChildCount()) {
                    return false;
                }
                value = texts;
            } else {
                value = convert(parameters, element, field);
            }
            if (value != null) {
                if (parameters.listener() != null) {
                    parameters.listener().notifyFieldChangeUsingReflection(field.getName(), value, parameters.goal());
                }
                field.setAccessible(true);
                field.set(parameters.goal(), value);
            }
            return true;
        } catch (ComponentConfigurationException
                | ExpressionEvaluationException
                | IllegalAccessException
                | IllegalArgumentException invalid) {
            return false;
        }
    }

    private static boolean isListOfTexts(PlexusConfiguration element, Field field) {
        return element.getChildCount() > 0
                && field.getType() == List.class
                && field.getGenericType() instanceof ParameterizedType type
                && type.getActualTypeArguments()[0] == String.class;
    }

    /**
     * The entries of the POM that are plain texts, on each Maven: the converter of Maven 3 prefers a property to them.
     * Maven's converter also searches for a class that is named like each entry.
     */
    private static List<String> texts(ExpressionEvaluator evaluator, PlexusConfiguration element)
            throws ExpressionEvaluationException {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < element.getChildCount(); i++) {
            PlexusConfiguration entry = element.getChild(i);
            if (entry.getChildCount() == 0
                    && entry.getAttributeNames().length == 0
                    && evaluator.evaluate(entry.getValue()) instanceof String text) {
                texts.add(text);
            }
        }
        return texts;
    }

    private Object convert(Parameters parameters, PlexusConfiguration element, Field field)
            throws ComponentConfigurationException {
        Class<?> goal = parameters.goal().getClass();
        ConfigurationConverter converter = converterLookup.lookupConverterForType(field.getType());
        return converter instanceof ParameterizedConfigurationConverter generic
                        && field.getGenericType() instanceof ParameterizedType type
                ? generic.fromConfiguration(
                        converterLookup,
                        element,
                        field.getType(),
                        type.getActualTypeArguments(),
                        goal,
                        parameters.realm(),
                        parameters.evaluator(),
                        parameters.listener())
                : converter.fromConfiguration(
                        converterLookup,
                        element,
                        field.getType(),
                        goal,
                        parameters.realm(),
                        parameters.evaluator(),
                        parameters.listener());
    }
}
