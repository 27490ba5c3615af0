/** The export targets of credentials. Uses the JDK only. */
package io.github.assumerole.export;
