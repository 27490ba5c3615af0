package io.github.assumerole.bucket;

/**
 * Something that a rule is about and a selection hides.
 *
 * @param parameter the part of the selection that hides it
 * @param sentence what is wrong, and the cure
 */
public record BlindSpot(String parameter, String sentence) {}
