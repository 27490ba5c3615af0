/** The report in each of its formats. Uses the JDK only. */
package io.github.assumerole.report;
