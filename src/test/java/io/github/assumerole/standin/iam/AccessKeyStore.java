package io.github.assumerole.standin.iam;

import io.github.assumerole.standin.text.RandomText;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All access keys that requests can be signed with: those of the world and those of the sessions issued so far. */
public final class AccessKeyStore {
    private final Map<String, AccessKey> keys = new ConcurrentHashMap<>();
    private final RandomText random = new RandomText();

    public AccessKeyStore(Map<String, AccessKey> longLived) {
        keys.putAll(longLived);
    }

    public AccessKey issue(RoleSession session, Instant expiration) {
        AccessKey key = new AccessKey(
                "ASIA" + random.idCharacters(16), random.base64(40), random.base64(356), expiration, session);
        keys.put(key.id(), key);
        return key;
    }

    public Optional<AccessKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    public Set<String> secrets() {
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
