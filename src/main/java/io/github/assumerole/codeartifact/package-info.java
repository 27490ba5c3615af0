/** Domains of AWS CodeArtifact and their authorization tokens. Uses the JDK only. */
package io.github.assumerole.codeartifact;
