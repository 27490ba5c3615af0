package io.github.assumerole.oidc;

import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A token in the first of some environment variables that is set. */
final class EnvironmentToken implements CiIdToken {
    private final String issuer;
    private final List<String> names;
    private final String advice;
    private final Map<String, String> environment;

    /** @param issuer the issuer; continues "the web identity token" */
    EnvironmentToken(String issuer, List<String> names, String advice, Map<String, String> environment) {
        this.issuer = issuer;
        this.names = List.copyOf(names);
        this.advice = advice;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public boolean isAvailable() {
        return name().isPresent();
    }

    @Override
    public String needs() {
        return String.join(" or ", names);
    }

    @Override
    public Secret fetch() {
        String attempt = "Cannot get " + source();
        String name = name().orElseThrow(() -> new AwsAccessException(
                attempt,
                (names.size() == 1 ? "the environment variable " : "none of the environment variables ")
                        + String.join(" and ", names)
                        + (names.size() == 1 ? " is not set." : " is set."),
                List.of(advice)));
        return TokenText.require(environment.get(name), "the environment variable " + name, attempt);
    }

    /** CI servers leave variables empty that they do not support. */
    private Optional<String> name() {
        return names.stream()
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .findFirst();
    }

    @Override
    public String source() {
        return "the web identity token " + issuer;
    }
}
