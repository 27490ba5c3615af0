package io.github.assumerole.aws.credentials;

import io.github.assumerole.text.InvalidConfigurationException;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.utils.SystemSetting;

/**
 * The credentials in system properties or environment variables. Trimmed as in the SDK; but incomplete keys, which the
 * SDK skips, are an error: the credentials of the next step belong to somebody else.
 *
 * @param keyIdName the name of the access key ID
 * @param keyName the name of the secret access key
 * @param sessionName the name of the session token
 * @param values returns the value of a name, if set
 */
record SystemSettingCredentials(
        String keyIdName, String keyName, String sessionName, Function<String, Optional<String>> values) {

    static SystemSettingCredentials ofProperties(Function<String, Optional<String>> properties) {
        return new SystemSettingCredentials("aws.accessKeyId", "aws.secretAccessKey", "aws.sessionToken", properties);
    }

    static SystemSettingCredentials ofEnvironment() {
        return new SystemSettingCredentials(
                "AWS_ACCESS_KEY_ID",
                "AWS_SECRET_ACCESS_KEY",
                "AWS_SESSION_TOKEN",
                SystemSetting::getStringValueFromEnvironmentVariable);
    }

    /**
     * Reads the credentials.
     *
     * @throws InvalidConfigurationException if only one of the keys is set
     * @throws IllegalStateException if none is set
     */
    AwsCredentials credentials() {
        Optional<String> id = value(keyIdName);
        Optional<String> key = value(keyName);
        if (id.isPresent() && key.isPresent()) {
            return BaseCredentials.create(id.get(), key.get(), value(sessionName));
        }
        if (id.isPresent()) {
            throw incomplete(keyName, keyIdName);
        }
        if (key.isPresent()) {
            throw incomplete(keyIdName, keyName);
        }
        throw new IllegalStateException(keyIdName + " is not set");
    }

    private static InvalidConfigurationException incomplete(String missing, String set) {
        return new InvalidConfigurationException(
                missing, "is missing or empty, but " + set + " is set; set both or neither");
    }

    private Optional<String> value(String name) {
        return values.apply(name).map(String::trim).filter(value -> !value.isEmpty());
    }
}
