package io.github.assumerole.bucket;

/**
 * A rule about buckets that the selection excludes.
 *
 * @param parameter the part of the selection that excludes them
 * @param message the problem and its cure
 */
public record SelectionConflict(String parameter, String message) {}
