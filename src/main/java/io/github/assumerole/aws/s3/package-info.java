/** Calls to S3: listing buckets, looking them up, and reading their settings. */
package io.github.assumerole.aws.s3;
