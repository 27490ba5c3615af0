package io.github.assumerole.aws.http;

import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** A call into the SDK, which throws exceptions of the JDK as well: for invalid profiles, endpoints and settings. */
public final class SdkCall {
    private SdkCall() {}

    /**
     * Makes the call.
     *
     * @throws SdkException whatever the SDK throws
     */
    public static <T> T make(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException failure) {
            throw failure;
        } catch (RuntimeException failure) {
            throw SdkClientException.create(AwsError.words(failure), failure);
        }
    }
}
