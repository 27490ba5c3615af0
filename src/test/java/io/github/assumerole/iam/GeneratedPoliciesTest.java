package io.github.assumerole.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.SessionTags;
import io.github.assumerole.text.JsonWriter;
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
    private static final List<Permission> PERMISSIONS = List.of(
            Permission.onAccount("s3:ListAllMyBuckets"),
            Permission.onBucket("s3:GetBucketTagging", "aws-cn", "app-*"),
            Permission.onBucket("s3:GetBucketVersioning", "aws-cn", "app-*"),
            Permission.onBucket("s3:GetBucketTagging", "aws-cn", "logs-?"),
            Permission.onBucket("s3:GetBucketVersioning", "aws-cn", "logs-?"),
            Permission.onBucket("s3:GetBucketTagging", "aws-cn", "www"),
            Permission.onBucket("s3:GetBucketTagging", "aws-cn", "www"));

    @Test
    void hasNotesOfTrust() {
        assertTrue(new GeneratedPolicies(Needs.least())
                .notes()
                .get(0)
                .startsWith("The trust policy trusts the whole account"));
        assertEquals(List.of(), new GeneratedPolicies(Needs.all()).notes());
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
        List<Permission> shuffled = new ArrayList<>(PERMISSIONS);
        for (int seed = 0; seed < 20; seed++) {
            assertEquals(
                    """
                    {
                      "Version": "2012-10-17",
                      "Statement": [
                        {
                          "Effect": "Allow",
                          "Action": [
                            "s3:GetBucketTagging",
                            "s3:GetBucketVersioning"
                          ],
                          "Resource": [
                            "arn:aws-cn:s3:::app-*",
                            "arn:aws-cn:s3:::logs-?"
                          ]
                        },
                        {
                          "Effect": "Allow",
                          "Action": "s3:GetBucketTagging",
                          "Resource": "arn:aws-cn:s3:::www"
                        },
                        {
                          "Effect": "Allow",
                          "Action": "s3:ListAllMyBuckets",
                          "Resource": "*"
                        }
                      ]
                    }
                    """,
                    JsonWriter.linesOf(
                            rolePermissions(shuffled).map(IamDocument::tree).orElseThrow()));
            Collections.shuffle(shuffled, new Random(seed));
        }
    }

    @Test
    void hasNoPolicyWithoutPermissions() {
        assertEquals(Optional.empty(), rolePermissions(List.of()));
    }

    private static Optional<IamDocument> rolePermissions(List<Permission> permissions) {
        return new GeneratedPolicies(Needs.of(Needs.WHOLE_ACCOUNT, permissions.toArray(Permission[]::new)))
                .rolePermissions();
    }

    private static Optional<Duration> maxSessionDuration(int seconds) {
        return new GeneratedPolicies(Needs.lasting(Duration.ofSeconds(seconds))).maxSessionDuration();
    }

    private static List<String> notesWithTagOf(int characters) {
        SessionTags tags = new SessionTags(Map.of("a", "v".repeat(characters)), Set.of());
        return new GeneratedPolicies(Needs.of(Needs.trust(Optional.of(Needs.BOB), tags))).notes();
    }
}
