package io.github.assumerole.standin.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IamPolicyTest {
    private static final String BUCKET = "arn:aws:s3:::app-logs";

    @ParameterizedTest
    @CsvSource({
        "*,                  *,                      true",
        "s3:*,               arn:aws:s3:::*,         true",
        "S3:listbucket,      arn:aws:s3:::app-log?,  true",
        "s3:List*,           arn:aws:s3:::app-logs,  true",
        "s3:ListAllMy*,      *,                      false",
        "s3:ListBucket,      arn:aws:s3:::APP-logs,  false",
        "s3:ListBucket,      arn:aws:s3:::app-log,   false",
        "s3:ListBucket?,     *,                      false"
    })
    void wildcardsMatchLikeIam(String action, String resource, boolean allowed) {
        IamPolicy policy =
                IamPolicy.parse("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"%s\",\"Resource\":\"%s\"}}"
                        .formatted(action, resource));

        assertEquals(allowed, policy.allows("s3:ListBucket", BUCKET));
    }

    @Test
    void explicitDenyOverridesAllow() {
        IamPolicy policy = IamPolicy.parse(
                """
                {"Version": "2012-10-17", "Statement": [
                  {"Sid": "All", "Effect": "Allow", "Action": ["s3:*"], "Resource": ["*"]},
                  {"Sid": "NotThis", "Effect": "Deny", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::app-logs"}]}
                """);

        assertEquals(
                "with an explicit deny in an identity-based policy",
                Permissions.ofIdentity(policy).denial("s3:ListBucket", BUCKET).orElseThrow());
        assertEquals(Optional.empty(), Permissions.ofIdentity(policy).denial("s3:ListBucket", BUCKET + "2"));
    }

    @ParameterizedTest
    @CsvSource({"sts:GetServiceBearerToken, true", "sts:AssumeRole, false"})
    void conditionOnServiceAppliesToBearerTokensOnly(String action, boolean allowed) {
        IamPolicy policy = IamPolicy.parse(
                """
                {"Statement": {"Effect": "Allow", "Action": "sts:*", "Resource": "*",
                  "Condition": {"StringEquals": {"sts:AWSServiceName": "codeartifact.amazonaws.com"}}}}
                """);

        assertEquals(allowed, policy.allows(action, "*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":{}}}",
                "[]",
                "{}",
                "{\"Statement\":[]}",
                "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\"}}",
                "{\"Statement\":{\"Effect\":\"allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}",
                "{\"Statement\":{\"Effect\":\"Allow\",\"NotAction\":\"s3:*\",\"Resource\":\"*\"}}",
                "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"ListBucket\",\"Resource\":\"*\"}}",
                "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"app-logs\"}}",
                "{\"Version\":\"2026-01-01\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}"
            })
    void rejectsUnsupportedPolicyElements(String policy) {
        assertThrows(IllegalArgumentException.class, () -> IamPolicy.parse(policy));
    }
}
