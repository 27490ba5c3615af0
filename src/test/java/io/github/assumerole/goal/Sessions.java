package io.github.assumerole.goal;

import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.SessionCredentials.IssueDetails;
import java.time.Instant;
import java.util.Optional;

/** Sessions that open nothing. */
public final class Sessions {
    static final Instant EXPIRATION = Instant.parse("2026-01-02T03:04:05Z");

    private Sessions() {}

    /** A session whose secrets tell which key they belong to. */
    public static SessionCredentials of(String accessKeyId, Optional<String> accountId) {
        return new SessionCredentials(
                accessKeyId,
                Secret.of("secret-" + accessKeyId),
                Secret.of("token-" + accessKeyId),
                EXPIRATION,
                "arn:aws:sts::" + accountId.orElse("") + ":assumed-role/ci-deploy/maven-app",
                accountId,
                "eu-west-1",
                new IssueDetails("https://sts.example.com", Optional.empty(), Optional.empty(), "the test"));
    }
}
