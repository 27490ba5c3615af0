/**
 * The bundle of a release, and what Maven Central requires of it; {@code .ci/test-release} runs {@link CheckBundle}.
 */
package io.github.assumerole.release;
