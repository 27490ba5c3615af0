/**
 * The shared config and credentials files: where they are, which profile applies, which endpoints they set, and what is
 * wrong in them.
 */
package io.github.assumerole.aws.profile;
