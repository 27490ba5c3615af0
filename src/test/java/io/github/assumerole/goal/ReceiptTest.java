package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.role.Caller;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.SessionCredentials.IssueDetails;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReceiptTest {
    @Test
    void isJsonWithoutASecret() {
        IssueDetails evidence = new IssueDetails(
                "https://sts.example.com", Optional.of("4711"), Optional.of(6), "the profile \"ci\\\t\"");

        assertEquals(
                """
                {
                  "roleArn": "arn:aws:iam::444455556666:role/ci-deploy",
                  "accountId": "444455556666",
                  "assumedRoleArn": "arn:aws:sts::444455556666:assumed-role/ci-deploy/maven-app",
                  "roleSessionName": "maven-app",
                  "callerArn": "arn:aws:iam::111122223333:user/bob",
                  "credentialsFrom": "the profile \\"ci\\\\\\u0009\\"",
                  "region": "eu-west-1",
                  "endpoint": "https://sts.example.com",
                  "requestId": "4711",
                  "expiration": "2026-01-02T03:04:05Z",
                  "packedPolicySizePercent": 6
                }
                """,
                Receipt.json(
                        session(Optional.of("444455556666"), evidence),
                        Optional.of(new Caller("arn:aws:iam::111122223333:user/bob", Optional.empty()))));
    }

    @Test
    void saysNullOfWhatIsNotKnown() {
        IssueDetails evidence =
                new IssueDetails("https://s3.example.com", Optional.empty(), Optional.empty(), "the container");

        String json = Receipt.json(session(Optional.empty(), evidence), Optional.empty());

        assertEquals(4, json.lines().filter(line -> line.matches(".*: null,?")).count(), json);
    }

    private static RoleSession session(Optional<String> accountId, IssueDetails evidence) {
        return new RoleSession(
                RoleArn.parse("arn:aws:iam::444455556666:role/ci-deploy"),
                new RoleSessionName("maven-app"),
                new SessionCredentials(
                        "ASIAONE",
                        Secret.of("secret"),
                        Secret.of("token"),
                        Sessions.EXPIRATION,
                        "arn:aws:sts::444455556666:assumed-role/ci-deploy/maven-app",
                        accountId,
                        "eu-west-1",
                        evidence),
                true);
    }
}
