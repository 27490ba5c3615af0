package io.github.assumerole.leak;

import java.util.Map;

/**
 * The name of a file or an entry, with slashes.
 *
 * @param shown as it may be shown: secrets in it are masked, and what is not printable is made visible
 * @param sightings the secrets that end in its last part, each with the first offset; earlier parts are names of their
 *     own
 */
record Name(String shown, Map<Sighting, Long> sightings) {}
