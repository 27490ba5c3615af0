/** Calls CodeArtifact. */
package io.github.assumerole.aws.codeartifact;
