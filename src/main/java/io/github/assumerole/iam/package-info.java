/**
 * What a role has to allow, whom it has to trust, and what its caller needs, so that a configuration works: policies of
 * IAM and their renderings. All of it follows from values, without a call. Knows neither Maven nor AWS's SDK.
 */
package io.github.assumerole.iam;
