package io.github.assumerole.leak;

import java.util.Map;

/**
 * The name of a file or an entry, with slashes.
 *
 * @param shown printable: secrets in it are masked, and unprintable characters are escaped
 * @param matches the secrets that end in its last part, each with the first offset; the parent directories are names of
 *     their own
 */
record ScannedName(String shown, Map<SecretMatch, Long> matches) {}
