package io.github.assumerole.role;

import java.util.Objects;

/** A value that must never be printed: only {@link #reveal()} returns it. */
public final class Secret {
    private static final String MASK = "****";

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** Wraps {@code value}, which must not be null. */
    public static Secret of(String value) {
        return new Secret(Objects.requireNonNull(value, "a secret must have a value"));
    }

    /** The value itself, for the one call that hands it out. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return Secret.class.hashCode();
    }

    @Override
    public String toString() {
        return MASK;
    }
}
