package io.github.assumerole.goal.config;

import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.Printable;
import java.util.Optional;

/** Parameters of the session name. */
public record SessionNameParameters(Optional<String> roleSessionName, boolean sanitizeSessionName) {
    Optional<RoleSessionName> read(ConfigurationProblems problems) {
        return problems.optional(
                "roleSessionName",
                roleSessionName,
                sanitizeSessionName ? RoleSessionName::sanitized : SessionNameParameters::parse);
    }

    /** What the log says about a name that was changed. */
    public Optional<String> change(RoleSessionName name) {
        return roleSessionName
                .map(String::strip)
                .filter(configured -> !configured.equals(name.value()))
                .map(configured -> "sanitizeSessionName: changed roleSessionName '" + Printable.of(configured)
                        + "' to '" + name + "'");
    }

    private static RoleSessionName parse(String text) {
        try {
            return new RoleSessionName(text);
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException(
                    invalid.getMessage() + "; change it, or set sanitizeSessionName=true to use '"
                            + sanitized(text, invalid) + "'",
                    invalid);
        }
    }

    /** A name that cannot be sanitized is only invalid. */
    private static RoleSessionName sanitized(String text, IllegalArgumentException invalid) {
        try {
            return RoleSessionName.sanitized(text);
        } catch (IllegalArgumentException useless) {
            throw invalid;
        }
    }
}
