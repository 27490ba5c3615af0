/**
 * What Maven gives and keeps: build state, project properties, settings, prompting, consoles, and clean-up at the end.
 */
package io.github.assumerole.build;
