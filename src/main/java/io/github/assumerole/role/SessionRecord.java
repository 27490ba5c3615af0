package io.github.assumerole.role;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What came of a request, written in types of the JDK: two realms of the plugin in one build share it, and a class of
 * ours in one is a stranger in the other.
 */
public final class SessionRecord {
    private static final String FAILED = "failed";
    private static final String ADVICE = "advice.";

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
        return Map.copyOf(written);
    }

    static Map<String, String> of(AccessFailed failure) {
        Map<String, String> written = new HashMap<>();
        written.put(FAILED, failure.attempted());
        written.put("cameBack", failure.cameBack());
        for (int i = 0; i < failure.advice().size(); i++) {
            written.put(ADVICE + i, failure.advice().get(i));
        }
        return Map.copyOf(written);
    }

    /**
     * What was written.
     *
     * @throws AccessFailed when that was a failure
     */
    public static SessionCredentials read(Map<String, String> written) {
        if (written.containsKey(FAILED)) {
            List<String> advice = IntStream.iterate(0, i -> i + 1)
                    .mapToObj(i -> written.get(ADVICE + i))
                    .takeWhile(Objects::nonNull)
                    .toList();
            throw new AccessFailed(written.get(FAILED), written.get("cameBack"), advice);
        }
        return new SessionCredentials(
                written.get("accessKeyId"),
                Secret.of(written.get("secretAccessKey")),
                Secret.of(written.get("sessionToken")),
                Instant.parse(written.get("expiration")),
                written.get("assumedRoleArn"),
                Optional.ofNullable(written.get("accountId")),
                written.get("region"));
    }

    static boolean expiresBefore(Map<String, String> written, Instant then) {
        return !written.containsKey(FAILED)
                && Instant.parse(written.get("expiration")).isBefore(then);
    }
}
