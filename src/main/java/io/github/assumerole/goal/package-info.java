/** The Mojos, their base classes and the enforcer rule: documented parameters, and the steps of each goal. */
package io.github.assumerole.goal;
