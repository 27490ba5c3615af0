/** Evaluates rules: inspection, results, verdict and waiting. Uses the JDK only. */
package io.github.assumerole.bucket.gate;
