package io.github.assumerole.aws;

import java.util.function.Supplier;

/** Keeps clients until the build ends, so that its goals share them and their connections. */
@FunctionalInterface
public interface ClientCache {
    /**
     * The client of this key, made by the first call.
     *
     * @param key all that the client depends on; its text contains no secret
     */
    <T> T get(Object key, Class<T> type, Supplier<T> creator);
}
