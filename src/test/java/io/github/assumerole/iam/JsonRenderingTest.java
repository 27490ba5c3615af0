package io.github.assumerole.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.text.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonRenderingTest {
    private static String render(PolicyRequest request) {
        return IamFormat.JSON.render(new GeneratedPolicies(request));
    }

    private static Object at(String json, Object... path) {
        return Arrays.stream(path)
                .reduce(
                        Json.parse(json),
                        (node, step) ->
                                node instanceof List<?> list ? list.get((Integer) step) : ((Map<?, ?>) node).get(step));
    }

    @Test
    void containsThreePolicies() {
        assertEquals(
                """
                {
                  "rolePermissions": {
                    "Version": "2012-10-17",
                    "Statement": [
                      {
                        "Effect": "Allow",
                        "Action": "s3:ListAllMyBuckets",
                        "Resource": "*"
                      }
                    ]
                  },
                  "trustPolicy": {
                    "Version": "2012-10-17",
                    "Statement": [
                      {
                        "Sid": "AssumeRole",
                        "Effect": "Allow",
                        "Principal": {
                          "AWS": "arn:aws:iam::111122223333:root"
                        },
                        "Action": "sts:AssumeRole"
                      }
                    ]
                  },
                  "callerPermissions": {
                    "Version": "2012-10-17",
                    "Statement": [
                      {
                        "Effect": "Allow",
                        "Action": "sts:AssumeRole",
                        "Resource": "arn:aws:iam::111122223333:role/ci/deployer"
                      }
                    ]
                  }
                }
                """,
                render(Requests.of(Requests.ACCOUNT_TRUST, Requests.LIST_BUCKETS)));
    }

    @Test
    void writesNullForPolicyThatIsNotNeeded() {
        String json = render(Requests.webIdentity());

        assertTrue(json.startsWith("{\n  \"rolePermissions\": null,\n  \"trustPolicy\": {\n"), json);
        assertTrue(json.endsWith("\n  },\n  \"callerPermissions\": null\n}\n"), json);
    }

    @Test
    void containsMaximumSessionDuration() {
        assertTrue(render(Requests.full()).endsWith("\n  },\n  \"maxSessionDuration\": 7200\n}\n"));
    }

    @Test
    void escapesSyntaxOfOtherLanguages() {
        String json = render(Requests.hostile());

        assertEquals(
                Requests.HOSTILE.replace("${", "${$}{"),
                at(json, "trustPolicy", "Statement", 1, "Condition", "StringEquals", "aws:RequestTag/a${\"b}"));
        assertEquals(
                Map.of("aws:TagKeys", "a${$}{\"b}", "sts:TransitiveTagKeys", "a${$}{\"b}"),
                at(json, "trustPolicy", "Statement", 1, "Condition", "ForAllValues:StringEquals"));
        assertEquals(
                "arn:aws:iam::111122223333:role/a${$}{b}${*}${?}%{\"\\/1+deployer",
                at(json, "callerPermissions", "Statement", 0, "Resource"));
    }
}
