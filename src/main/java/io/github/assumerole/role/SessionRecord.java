package io.github.assumerole.role;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a request, written in types of the JDK: two realms of the plugin in one build share it, and a class of
 * ours in one is a stranger in the other.
 */
public final class SessionRecord {

    private SessionRecord() {}

    public static Map<String, String> of(SessionCredentials credentials) {
        Map<String, String> written = new HashMap<>();
        written.put("accessKeyId", credentials.accessKeyId());
        written.put("secretAccessKey", credentials.secretAccessKey().reveal());
        written.put("sessionToken", credentials.sessionToken().reveal());
        written.put("expiration", credentials.expiration().toString());
        written.put("assumedRoleArn", credentials.assumedRoleArn());
        written.put("region", credentials.region());
        credentials.accountId().ifPresent(accountId -> written.put("accountId", accountId));
        Evidence evidence = credentials.evidence();
        written.put("endpoint", evidence.endpoint());
        written.put("source", evidence.source());
        evidence.requestId().ifPresent(id -> written.put("requestId", id));
        evidence.packedPolicySize().ifPresent(size -> written.put("packedPolicySize", size.toString()));
        return Map.copyOf(written);
    }

    /** What was written. */
    public static SessionCredentials read(Map<String, String> written) {
        return new SessionCredentials(
                written.get("accessKeyId"),
                Secret.of(written.get("secretAccessKey")),
                Secret.of(written.get("sessionToken")),
                Instant.parse(written.get("expiration")),
                written.get("assumedRoleArn"),
                Optional.ofNullable(written.get("accountId")),
                written.get("region"),
                new Evidence(
                        written.get("endpoint"),
                        Optional.ofNullable(written.get("requestId")),
                        Optional.ofNullable(written.get("packedPolicySize")).map(Integer::valueOf),
                        written.get("source")));
    }
}
