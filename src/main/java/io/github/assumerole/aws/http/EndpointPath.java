package io.github.assumerole.aws.http;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Keeps the path of a custom endpoint, which the SDK drops for STS. Runs before the request is signed.
 *
 * @param path percent-encoded
 */
record EndpointPath(String path) implements ExecutionInterceptor {
    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        SdkHttpRequest request = context.httpRequest();
        return request.encodedPath().startsWith(path)
                ? request
                : request.toBuilder().encodedPath(path).build();
    }
}
