package io.github.assumerole.aws;

import java.lang.reflect.Field;
import software.amazon.awssdk.utils.cache.FifoCache;

/**
 * The SDK's memory of signing keys: a static field, whose entries bear the secret access key in their names, for the
 * life of the JVM. There is no way to ask the SDK to forget them, hence the reflection.
 */
final class SigningKeys {
    private static final String HOLDER = "software.amazon.awssdk.http.auth.aws.internal.signer.util.SignerUtils";
    private static final int CAPACITY = 300;

    private SigningKeys() {}

    /** Pushes them all out; another thread that still needs one derives it again. */
    static void forget() {
        try {
            Field field = Class.forName(HOLDER).getDeclaredField("SIGNER_CACHE");
            field.setAccessible(true);
            FifoCache<?> keys = (FifoCache<?>) field.get(null);
            for (int i = 0; i < CAPACITY; i++) {
                keys.add("forgotten " + i, null);
            }
        } catch (ReflectiveOperationException changed) {
            // An SDK that a user put in place of ours may keep none; with ours, a test looks.
        }
    }
}
