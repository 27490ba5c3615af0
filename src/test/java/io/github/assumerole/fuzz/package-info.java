/** Arbitrary user input, and what parsers must do with it: for the property tests of all rooms. */
package io.github.assumerole.fuzz;
