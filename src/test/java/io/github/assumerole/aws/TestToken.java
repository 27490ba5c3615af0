package io.github.assumerole.aws;

import io.github.assumerole.role.IdentityToken;
import io.github.assumerole.role.Secret;
import java.util.function.Supplier;

/** A web identity token. */
public record TestToken(Supplier<String> issuer) implements IdentityToken {
    public static final String SOURCE = "the web identity token of a test";

    /** A token that must not be fetched. */
    public static TestToken unexpected() {
        return new TestToken(() -> {
            throw new AssertionError("unexpected request for a token");
        });
    }

    @Override
    public Secret fetch() {
        return Secret.of(issuer.get());
    }

    @Override
    public String source() {
        return SOURCE;
    }
}
