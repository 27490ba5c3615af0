/** Buckets, their selection, and what was observed about them with which evidence. Uses the JDK only. */
package io.github.assumerole.bucket;
