package io.github.assumerole.build;

import io.github.assumerole.role.Secret;

/**
 * A secret that STS issued in this build.
 *
 * @param assumedRoleArn the session that it belongs to
 * @param kind such as {@code session token}
 */
public record IssuedSecret(String assumedRoleArn, String kind, Secret value) {}
