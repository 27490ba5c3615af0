package io.github.assumerole.standin.s3;

import io.github.assumerole.standin.text.Json;
import java.util.List;
import java.util.Map;

/** Bucket policies. They are only returned: access depends on the policies of the caller alone. */
public final class BucketPolicies {
    private BucketPolicies() {}

    static String of(Bucket bucket) {
        return bucket.settings()
                .policy()
                .orElseThrow(() ->
                        BucketSettingXml.notSet(bucket, "NoSuchBucketPolicy", "The bucket policy does not exist"));
    }

    /**
     * Whether it allows everybody something without a condition. The definition of S3 is longer.
     *
     * @throws IllegalArgumentException if it is not a policy
     */
    public static boolean isPublic(String policy) {
        if (!(Json.parse(policy) instanceof Map<?, ?> document) || !document.containsKey("Statement")) {
            throw new IllegalArgumentException("not a policy: " + policy);
        }
        return list(document.get("Statement")).stream()
                .map(statement -> (Map<?, ?>) statement)
                .filter(statement -> statement.get("Effect").equals("Allow"))
                .filter(statement -> !statement.containsKey("Condition"))
                .map(statement -> statement.get("Principal"))
                .anyMatch(principal -> principal instanceof Map<?, ?> kinds
                        ? list(kinds.get("AWS")).contains("*")
                        : "*".equals(principal));
    }

    private static List<?> list(Object json) {
        return json instanceof List<?> values ? values : json == null ? List.of() : List.of(json);
    }
}
