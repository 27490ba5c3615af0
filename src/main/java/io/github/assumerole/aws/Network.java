package io.github.assumerole.aws;

import io.github.assumerole.role.HttpProxies;
import java.util.Optional;

/**
 * How servers are reached.
 *
 * @param trust the certificate authorities of servers; empty for those of the JVM
 */
public record Network(HttpProxies proxies, Optional<CaBundle> trust) {}
