/** Reads the entries of archives, also of damaged and nested ones, within limits. */
package io.github.assumerole.leak.archive;
