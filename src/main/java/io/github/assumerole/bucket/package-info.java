/**
 * The buckets of an account and the rules about them: listings, rules, and the report of each rule. Imports neither
 * Maven nor the AWS SDK.
 */
package io.github.assumerole.bucket;
