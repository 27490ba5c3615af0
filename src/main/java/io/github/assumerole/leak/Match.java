package io.github.assumerole.leak;

/**
 * A needle in a {@link PlainText}.
 *
 * @param from where the needle begins, or what is left of it when its head was taken for an escape
 * @param to where it ends
 */
record Match(Needle needle, int from, int to) {}
