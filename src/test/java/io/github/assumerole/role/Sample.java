package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.role.SessionCredentials.IssueDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.function.Executable;

/** Test data of this package. */
public final class Sample {
    static final Secret SECRET_KEY = Secret.of("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    static final Secret TOKEN = Secret.of("IQoJb3JpZ2luX2VjEXAMPLETOKEN==");
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private Sample() {}

    static AssumeRoleRequest request(RoleArn role) {
        return new AssumeRoleRequest(
                role, new RoleSessionName("me"), Duration.ofHours(1), CallerOptions.NONE, SessionOptions.NONE);
    }

    static SessionCredentials session(String accessKeyId, Secret secretAccessKey, Secret sessionToken, String arn) {
        return new SessionCredentials(
                accessKeyId,
                secretAccessKey,
                sessionToken,
                NOON.plus(Duration.ofHours(1)),
                arn,
                Optional.of("111122223333"),
                "eu-central-1",
                new IssueDetails(
                        "https://sts.example.com",
                        Optional.of("request-1"),
                        Optional.empty(),
                        "the environment variables"));
    }

    /** The message of the rejection. */
    public static String rejectionOf(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }
}
