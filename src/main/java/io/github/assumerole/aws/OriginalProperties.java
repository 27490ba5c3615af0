package io.github.assumerole.aws;

import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * Credentials in the system properties, read as the SDK does, but as they were in the beginning.
 *
 * @param properties the value of each, if it has one
 */
record OriginalProperties(Function<String, Optional<String>> properties) {
    private static final String KEY_ID = "aws.accessKeyId";
    private static final String SECRET = "aws.secretAccessKey";

    AwsCredentials credentials() {
        String keyId = require(KEY_ID);
        String secret = require(SECRET);
        return value("aws.sessionToken")
                .<AwsCredentials>map(token -> AwsSessionCredentials.create(keyId, secret, token))
                .orElseGet(() -> AwsBasicCredentials.create(keyId, secret));
    }

    private String require(String name) {
        return value(name).orElseThrow(() -> new IllegalStateException(name + " is not set"));
    }

    private Optional<String> value(String name) {
        return properties.apply(name).map(String::trim).filter(value -> !value.isEmpty());
    }
}
