/** Rules about buckets in a file of their own, in XML: reading it, and writing one from what is there. */
package io.github.assumerole.bucket.file;
