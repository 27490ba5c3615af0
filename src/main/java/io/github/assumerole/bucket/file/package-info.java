/** Rules files: reading them, and writing one from the current buckets. */
package io.github.assumerole.bucket.file;
