package io.github.assumerole.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.assumerole.standin.text.Json;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonRenderingTest {
    private static String render(PolicyRequest needs) {
        return IamFormat.JSON.render(new GeneratedPolicies(needs));
    }

    private static Object at(String json, Object... path) {
        return Arrays.stream(path)
                .reduce(
                        Json.parse(json),
                        (node, step) ->
                                node instanceof List<?> list ? list.get((Integer) step) : ((Map<?, ?>) node).get(step));
    }

    @Test
    void containsTheThreePolicies() {
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
                render(Needs.of(Needs.WHOLE_ACCOUNT, Permission.onAccount("s3:ListAllMyBuckets"))));
    }

    @Test
    void writesNullForPolicyThatIsNotNeeded() {
        Map<String, Object> nulls = new LinkedHashMap<>();
        nulls.put("rolePermissions", at(render(Needs.least()), "rolePermissions"));
        nulls.put("callerPermissions", at(render(Needs.token()), "callerPermissions"));
        assertEquals("{rolePermissions=null, callerPermissions=null}", nulls.toString());
        assertEquals(
                "[rolePermissions, trustPolicy, callerPermissions]",
                ((Map<?, ?>) Json.parse(render(Needs.token()))).keySet().toString());
    }

    @Test
    void containsMaximumSessionDuration() {
        assertEquals(new BigDecimal(7200), at(render(Needs.all()), "maxSessionDuration"));
    }

    @Test
    void escapesSyntaxOfOtherLanguages() {
        String json = render(Needs.hostile());

        assertFalse(json.codePoints().anyMatch(c -> c != '\n' && (c < ' ' || c > '~')), json);
        assertEquals(
                Needs.HOSTILE.replace("${", "${$}{"),
                at(json, "trustPolicy", "Statement", 1, "Condition", "StringEquals", "aws:RequestTag/a${\"b}"));
        assertEquals(
                Map.of("aws:TagKeys", "a${$}{\"b}", "sts:TransitiveTagKeys", "a${$}{\"b}"),
                at(json, "trustPolicy", "Statement", 1, "Condition", "ForAllValues:StringEquals"));
        assertEquals(
                "arn:aws:iam::111122223333:role/a${$}{b}${*}${?}%{\"\\/1+deployer",
                at(json, "callerPermissions", "Statement", 0, "Resource"));
    }
}
