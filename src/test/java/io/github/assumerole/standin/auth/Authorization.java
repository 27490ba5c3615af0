package io.github.assumerole.standin.auth;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Authorization header of Signature Version 4. */
public record Authorization(
        String keyId, String date, String region, String service, List<String> signedHeaders, String signature) {
    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private static final Map<String, String> PARTITIONS = Map.of(
            "cn-", "aws-cn",
            "us-gov-", "aws-us-gov",
            "eusc-", "aws-eusc",
            "us-iso-", "aws-iso",
            "us-isob-", "aws-iso-b",
            "eu-isoe-", "aws-iso-e",
            "us-isof-", "aws-iso-f");

    private static final Pattern FORM = Pattern.compile(ALGORITHM
            + " Credential=([^/,\\s]+)/(\\d{8})/([a-z0-9-]+)/([a-z0-9-]+)/aws4_request"
            + ",\\s*SignedHeaders=([^,\\s]+),\\s*Signature=([0-9a-f]{64})");

    /** @throws IllegalArgumentException for any other header */
    public static Authorization parse(String header) {
        Matcher matcher = FORM.matcher(header);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Authorization header requires Credential, SignedHeaders and Signature");
        }
        return new Authorization(
                matcher.group(1),
                matcher.group(2),
                matcher.group(3),
                matcher.group(4),
                List.of(matcher.group(5).split(";")),
                matcher.group(6));
    }

    String scope() {
        return String.join("/", date, region, service, "aws4_request");
    }

    /** The partition of the region. */
    String partition() {
        return PARTITIONS.entrySet().stream()
                .filter(entry -> region.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("aws");
    }
}
