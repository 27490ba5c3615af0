package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.function.Executable;

/** Test data of this package. */
public final class Sample {
    static final String SECRET_KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    static final String TOKEN = "IQoJb3JpZ2luX2VjEXAMPLETOKEN==";
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private Sample() {}

    static final IssueDetails EVIDENCE = new IssueDetails(
            "https://sts.example.com", Optional.of("request-1"), Optional.empty(), "the environment variables");

    static RoleArn role() {
        return RoleArn.parse("arn:aws:iam::111122223333:role/ci");
    }

    static AssumeRoleRequest request() {
        return request("maven-app");
    }

    static AssumeRoleRequest request(String sessionName) {
        return request(role(), sessionName);
    }

    static AssumeRoleRequest request(RoleArn role, String sessionName) {
        return new AssumeRoleRequest(
                role, new RoleSessionName(sessionName), Duration.ofHours(1), CallerOptions.NONE, SessionOptions.NONE);
    }

    static SessionCredentials credentials(Instant expiration) {
        return credentials("ASIAIOSFODNN7EXAMPLE", expiration, Optional.of("111122223333"));
    }

    static SessionCredentials credentials(String accessKeyId, Instant expiration, Optional<String> accountId) {
        return new SessionCredentials(
                accessKeyId,
                Secret.of(SECRET_KEY),
                Secret.of(TOKEN),
                expiration,
                "arn:aws:sts::111122223333:assumed-role/ci/maven-app",
                accountId,
                "eu-central-1",
                EVIDENCE);
    }

    /** A session policy that is {@code length} characters long. */
    static SessionPolicy policyOf(int length) {
        return new SessionPolicy("{\"a\":\"" + "x".repeat(length - "{\"a\":\"\"}".length()) + "\"}");
    }

    /** The ARN of a managed policy that is {@code length} characters long, most of them in its path. */
    static PolicyArn policyArnOf(int length) {
        String start = "arn:aws:iam::aws:policy/";
        return new PolicyArn(start + "p".repeat(length - start.length() - "/Name".length()) + "/Name");
    }

    /** The message of the rejection. */
    public static String refusalOf(Executable refused) {
        return assertThrows(IllegalArgumentException.class, refused).getMessage();
    }
}
