/**
 * Finds known secrets in files and archives. All ways to write a secret down are undone first ({@code PlainText}), so
 * that one search is enough ({@code Needles}); all containers are opened ({@code Gzip}, {@code Tar}, {@code Zip}), so
 * that one look is enough ({@code Looker}). What could not be looked at is told, never passed over. Knows neither Maven
 * nor AWS.
 */
package io.github.assumerole.leak;
