package io.github.assumerole.export;

import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.SessionCredentials.IssueDetails;
import java.time.Instant;
import java.util.Optional;

/** Credentials for the tests of this package. */
final class Sample {
    static final String KEY_ID = "ASIAIOSFODNN7EXAMPLE";
    static final String SECRET_KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    static final String TOKEN = "IQoJb3JpZ2luX2VjEXAMPLETOKEN==";

    private Sample() {}

    static SessionCredentials credentials() {
        return credentials(KEY_ID, SECRET_KEY, TOKEN);
    }

    static SessionCredentials credentials(String accessKeyId, String secretAccessKey, String sessionToken) {
        return credentials(
                accessKeyId, secretAccessKey, sessionToken, "arn:aws:sts::111122223333:assumed-role/ci/maven-app");
    }

    static SessionCredentials of(String assumedRoleArn) {
        return credentials(KEY_ID, SECRET_KEY, TOKEN, assumedRoleArn);
    }

    private static SessionCredentials credentials(
            String accessKeyId, String secretAccessKey, String sessionToken, String assumedRoleArn) {
        return new SessionCredentials(
                accessKeyId,
                Secret.of(secretAccessKey),
                Secret.of(sessionToken),
                Instant.parse("2026-11-23T12:00:00Z"),
                assumedRoleArn,
                Optional.of("111122223333"),
                "eu-central-1",
                new IssueDetails("https://sts.example.com", Optional.empty(), Optional.empty(), "the test"));
    }
}
