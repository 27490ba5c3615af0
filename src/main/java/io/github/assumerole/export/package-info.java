/** The export targets of credentials, and other output files. Uses the JDK only. */
package io.github.assumerole.export;
