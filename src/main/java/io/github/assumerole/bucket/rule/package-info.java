/** The rules, one class each, and rules files. Uses the JDK only. */
package io.github.assumerole.bucket.rule;
