package io.github.assumerole.goal.config.check;

import java.util.List;
import java.util.Optional;

/**
 * A parameter of one goal or more.
 *
 * @param property empty if only the POM can set the parameter
 * @param type the Java type
 * @param goals that have the parameter
 */
record KnownParameter(String name, Optional<String> property, String type, List<String> goals) {
    boolean isBoolean() {
        return type.equals("boolean") || type.equals("java.lang.Boolean");
    }

    boolean isList() {
        return type.equals("java.util.List");
    }

    boolean isMap() {
        return type.equals("java.util.Map");
    }

    /** The goals, as they follow a name in a message. */
    String ofGoals() {
        return " (" + String.join(", ", goals) + ")";
    }
}
