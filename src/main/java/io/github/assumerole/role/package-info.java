/**
 * Roles and sessions: ARNs, requests, secrets, credentials, caching, role chaining, and HTTP proxies. Uses the JDK
 * only.
 */
package io.github.assumerole.role;
