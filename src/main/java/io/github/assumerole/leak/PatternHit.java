package io.github.assumerole.leak;

/**
 * A pattern found in a {@link NormalizedText}.
 *
 * @param from where the pattern begins, or what is left of it when its head was read as part of an escape
 * @param to where it ends
 */
record PatternHit(SecretPattern pattern, int from, int to) {}
