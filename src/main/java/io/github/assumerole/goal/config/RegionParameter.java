package io.github.assumerole.goal.config;

import io.github.assumerole.text.ConfigurationProblems;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parameter with the name of a region. */
public final class RegionParameter {
    private static final Pattern REGION = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private RegionParameter() {}

    public static Optional<String> read(ConfigurationProblems problems, String parameter, Optional<String> region) {
        return problems.optional(parameter, region, text -> {
            if (!REGION.matcher(text).matches()) {
                throw new IllegalArgumentException(
                        "'" + text + "' is not the name of a region; expected one like eu-central-1");
            }
            return text;
        });
    }
}
