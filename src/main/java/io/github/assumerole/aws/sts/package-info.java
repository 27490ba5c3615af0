/** Calls to STS: AssumeRole, AssumeRoleWithWebIdentity and GetCallerIdentity. */
package io.github.assumerole.aws.sts;
