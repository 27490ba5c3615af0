package io.github.assumerole.standin;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Every access key that a request may be signed with: the world's own and those of sessions issued so far. */
final class Keyring {
    private final Map<String, AccessKey> keys = new ConcurrentHashMap<>();
    private final RandomText random = new RandomText();

    Keyring(World world) {
        world.accounts().stream().flatMap(account -> account.keys().stream()).forEach(key -> keys.put(key.id(), key));
    }

    AccessKey issue(RoleSession session, Instant expiration) {
        AccessKey key = new AccessKey(
                "ASIA" + random.idCharacters(16), random.base64(40), random.base64(356), expiration, session);
        keys.put(key.id(), key);
        return key;
    }

    Optional<AccessKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    Set<String> secrets() {
        Set<String> secrets = new LinkedHashSet<>();
        for (AccessKey key : keys.values()) {
            secrets.add(key.secret());
            if (!key.sessionToken().isEmpty()) {
                secrets.add(key.sessionToken());
            }
        }
        return secrets;
    }
}
