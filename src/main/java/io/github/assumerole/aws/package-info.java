/** The facade of the AWS SDK. Its signatures contain no type of the SDK. */
package io.github.assumerole.aws;
