/** Roles and sessions: ARNs, requests, secrets, credentials, caching and role chaining. Uses the JDK only. */
package io.github.assumerole.role;
