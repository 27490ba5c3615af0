/** OIDC ID tokens of CI servers, files and environment variables. Uses the JDK only. */
package io.github.assumerole.oidc;
