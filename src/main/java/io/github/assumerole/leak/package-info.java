/**
 * Finds known secrets in files and archives. Encodings are decoded first ({@code NormalizedText}), so that one search
 * is enough ({@code SecretPatterns}); archives are opened ({@code leak.archive}), so that one pass is enough
 * ({@code StreamScanner}). What cannot be scanned is reported. Depends on neither Maven nor AWS.
 */
package io.github.assumerole.leak;
