/** What anybody may type, and what they may be told then: for the properties in the other rooms. */
package io.github.assumerole.fuzz;
