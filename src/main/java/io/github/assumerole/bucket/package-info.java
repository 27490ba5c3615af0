/**
 * What the buckets of an account are, and what they ought to be: listings, rules, and the report of the one against the
 * other. Knows neither Maven nor AWS.
 */
package io.github.assumerole.bucket;
