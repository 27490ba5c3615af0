/** Converts the parameters of goals into validated values, and reports all problems together. */
package io.github.assumerole.goal.config;
