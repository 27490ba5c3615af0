/**
 * The IAM policies that a configuration needs: permissions of the role, its trust policy and permissions of its caller,
 * in several output formats. Makes no calls; uses neither Maven nor the AWS SDK.
 */
package io.github.assumerole.iam;
