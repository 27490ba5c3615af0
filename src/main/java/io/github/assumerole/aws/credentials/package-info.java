/** Base credentials: the default credential provider chain and profiles. */
package io.github.assumerole.aws.credentials;
