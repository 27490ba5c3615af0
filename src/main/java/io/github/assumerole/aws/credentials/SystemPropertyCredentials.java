package io.github.assumerole.aws.credentials;

import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * The credentials in the original system properties, read as the SDK does.
 *
 * @param properties returns the value of a property, if set
 */
record SystemPropertyCredentials(Function<String, Optional<String>> properties) {
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
