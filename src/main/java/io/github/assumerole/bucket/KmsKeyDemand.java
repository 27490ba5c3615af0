package io.github.assumerole.bucket;

import io.github.assumerole.text.Glob;
import io.github.assumerole.text.Printable;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Demands the KMS key that new objects are encrypted with, whichever of the KMS algorithms is used. S3 tells a key as
 * whoever set it wrote it: an id, an alias, or the ARN of either; so what is demanded by its id or alias alone may be
 * told by its ARN. Source: S3 API reference, ServerSideEncryptionByDefault, KMSMasterKeyID.
 *
 * @param key a key's id, its alias ({@code alias/...}), the ARN of either, or a glob
 */
public record KmsKeyDemand(String key) implements Demand {
    static final String ELEMENT = "KMSMasterKeyID";
    private static final Pattern FORM = Pattern.compile("[\\w:/.+=@*?-]{1,2048}");
    private static final String ID_IN_ARN = "key/";

    /** @throws IllegalArgumentException when no key is named so; the message reads on after {@code kmsKeyId: } */
    public KmsKeyDemand {
        if (!FORM.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "'" + Printable.of(key) + "' is neither a key's id, alias or ARN, nor a glob");
        }
    }

    @Override
    public Setting setting() {
        return Setting.ENCRYPTION;
    }

    @Override
    public String title() {
        return "kmsKeyId " + key;
    }

    @Override
    public Optional<String> fault(Map<String, String> values) {
        String algorithm = values.getOrDefault(EncryptionDemand.ELEMENT, "not set");
        if (!algorithm.startsWith("aws:kms")) {
            return Optional.of("encryption is " + algorithm + ", expected the KMS key " + key);
        }
        Optional<String> actual = Optional.ofNullable(values.get(ELEMENT));
        return actual.filter(this::means).isPresent()
                ? Optional.empty()
                : Optional.of("kmsKeyId is " + actual.orElse("not set") + ", expected " + key);
    }

    private boolean means(String actual) {
        String inArn = actual.substring(actual.lastIndexOf(':') + 1);
        String id = inArn.startsWith(ID_IN_ARN) ? inArn.substring(ID_IN_ARN.length()) : inArn;
        return Stream.of(actual, inArn, id).anyMatch(name -> Glob.matches(key, name));
    }
}
