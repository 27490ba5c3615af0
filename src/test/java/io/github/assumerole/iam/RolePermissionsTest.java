package io.github.assumerole.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.text.JsonWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RolePermissionsTest {
    private static final List<Permission> PERMISSIONS = List.of(
            Permission.onAccount("s3:ListAllMyBuckets"),
            Permission.onBucket("s3:GetBucketTagging", "aws-cn", "app-*"),
            Permission.onBucket("s3:GetBucketVersioning", "aws-cn", "app-*"),
            Permission.onBucket("s3:GetBucketTagging", "aws-cn", "logs-?"),
            Permission.onBucket("s3:GetBucketVersioning", "aws-cn", "logs-?"),
            Permission.onBucket("s3:GetBucketTagging", "aws-cn", "www"),
            Permission.onBucket("s3:GetBucketTagging", "aws-cn", "www"));

    @Test
    void areAsFewStatementsAsCanSayThem() {
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
                JsonWriter.linesOf(RolePermissions.of(PERMISSIONS).orElseThrow().tree()));
    }

    @Test
    void areTheSameInWhateverOrderTheyCome() {
        List<Permission> shuffled = new ArrayList<>(PERMISSIONS);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            assertEquals(RolePermissions.of(PERMISSIONS), RolePermissions.of(shuffled));
        }
    }

    @Test
    void areNoPolicyWhenThereAreNone() {
        assertEquals(Optional.empty(), RolePermissions.of(List.of()));
    }
}
