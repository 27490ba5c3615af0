package io.github.assumerole.bucket;

import io.github.assumerole.text.Keywords;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Demands how new objects are encrypted unless their sender says otherwise. Source: S3 API reference,
 * ServerSideEncryptionByDefault.
 *
 * @param algorithm AES256, aws:kms or aws:kms:dsse
 */
public record EncryptionDemand(String algorithm) implements Demand {
    static final String ELEMENT = "SSEAlgorithm";
    static final String WITHOUT_KMS = "AES256";
    private static final List<String> ALLOWED = List.of(WITHOUT_KMS, "aws:kms", "aws:kms:dsse");

    /**
     * @throws IllegalArgumentException when it is no such algorithm; the message reads on after {@code encryption: }
     */
    public EncryptionDemand {
        Keywords.parse(algorithm, ALLOWED);
    }

    @Override
    public Setting setting() {
        return Setting.ENCRYPTION;
    }

    @Override
    public String title() {
        return "encryption " + algorithm;
    }

    @Override
    public Optional<String> fault(Map<String, String> values) {
        String actual = values.getOrDefault(ELEMENT, "not set");
        return actual.equals(algorithm)
                ? Optional.empty()
                : Optional.of("encryption is " + actual + ", expected " + algorithm);
    }
}
