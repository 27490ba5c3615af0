/** A {@link io.github.assumerole.bucket.BucketReport} in the forms that people and pipelines read. */
package io.github.assumerole.bucket.report;
