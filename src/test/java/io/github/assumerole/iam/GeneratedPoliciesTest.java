package io.github.assumerole.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.SessionTags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GeneratedPoliciesTest {
    @Test
    void hasNotesOfTrust() {
        assertTrue(new GeneratedPolicies(Requests.minimal())
                .notes()
                .get(0)
                .startsWith("The trust policy trusts the whole account"));
        assertEquals(List.of(), new GeneratedPolicies(Requests.full()).notes());
    }

    @Test
    void notesTrustPolicyThatExceedsDefaultQuota() {
        String bob = "\"Principal\":{\"AWS\":\"arn:aws:iam::444455556666:user/bob\"}";
        int withoutTheValue = ("{\"Version\":\"2012-10-17\",\"Statement\":["
                        + "{\"Sid\":\"AssumeRole\",\"Effect\":\"Allow\"," + bob + ",\"Action\":\"sts:AssumeRole\"},"
                        + "{\"Sid\":\"TagSession\",\"Effect\":\"Allow\"," + bob + ",\"Action\":\"sts:TagSession\","
                        + "\"Condition\":{\"StringEquals\":{\"aws:RequestTag/a\":\"\"},"
                        + "\"ForAllValues:StringEquals\":{\"aws:TagKeys\":\"a\"}}}]}")
                .length();

        assertEquals(1, notesWithTagOf(2048 - withoutTheValue).size());
        assertEquals(
                "The trust policy has 2049 characters, but IAM accepts 2048 unless the account's quota 'Role trust policy"
                        + " length' is raised.",
                notesWithTagOf(2049 - withoutTheValue).get(1));
    }

    @Test
    void setsMaximumSessionDurationAboveDefaultOnly() {
        assertEquals(Optional.empty(), maxSessionDuration(3600));
        assertEquals(Optional.of(Duration.ofSeconds(3601)), maxSessionDuration(3601));
    }

    @Test
    void mergesPermissionsInAnyOrder() {
        String read = "s3:GetBucketTagging";
        String other = "s3:GetBucketVersioning";
        List<Permission> permissions = new ArrayList<>(List.of(
                Requests.LIST_BUCKETS,
                Permission.onBucket(read, "aws-cn", "app-*"),
                Permission.onBucket(other, "aws-cn", "app-*"),
                Permission.onBucket(read, "aws-cn", "logs-?"),
                Permission.onBucket(other, "aws-cn", "logs-?"),
                Permission.onBucket(read, "aws-cn", "www"),
                Permission.onBucket(read, "aws-cn", "www")));
        List<IamStatement> merged = List.of(
                IamStatement.onResource("", List.of(read, other))
                        .withResources(List.of("arn:aws-cn:s3:::app-*", "arn:aws-cn:s3:::logs-?")),
                IamStatement.onResource("arn:aws-cn:s3:::www", List.of(read)),
                IamStatement.onResource("*", List.of("s3:ListAllMyBuckets")));

        for (int seed = 0; seed < 20; seed++) {
            assertEquals(merged, rolePermissions(permissions).orElseThrow().statements());
            Collections.shuffle(permissions, new Random(seed));
        }
    }

    @Test
    void hasNoPolicyWithoutPermissions() {
        assertEquals(Optional.empty(), rolePermissions(List.of()));
    }

    private static Optional<IamDocument> rolePermissions(List<Permission> permissions) {
        return new GeneratedPolicies(Requests.of(Requests.ACCOUNT_TRUST, permissions.toArray(Permission[]::new)))
                .rolePermissions();
    }

    private static Optional<Duration> maxSessionDuration(int seconds) {
        return new GeneratedPolicies(Requests.withDuration(Duration.ofSeconds(seconds))).maxSessionDuration();
    }

    private static List<String> notesWithTagOf(int characters) {
        SessionTags tags = new SessionTags(Map.of("a", "v".repeat(characters)), Set.of());
        return new GeneratedPolicies(Requests.of(Requests.trust(Optional.of(Requests.BOB), tags))).notes();
    }
}
