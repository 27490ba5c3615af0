/**
 * The benchmark of {@code -Pbench}: times whole commands and writes tables. It is no test: nothing here asserts a time.
 */
package io.github.assumerole.bench;
