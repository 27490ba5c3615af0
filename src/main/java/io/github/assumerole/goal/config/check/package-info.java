/**
 * Checks that nothing that is configured is lost silently: unknown names, empty values, repeated elements, conflicts.
 */
package io.github.assumerole.goal.config.check;
