package io.github.assumerole.aws.http;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Lets the calls of many threads share a client and its connections: each call has its own recording. */
public final class HttpExchanges implements ExecutionInterceptor {
    private final ThreadLocal<HttpExchange> exchanges = new ThreadLocal<>();

    /** Makes a call and records its last exchange. */
    public <T> T recorded(HttpExchange exchange, Supplier<T> call) {
        exchanges.set(exchange);
        try {
            return call.get();
        } finally {
            exchanges.remove();
        }
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        exchanges.get().beforeTransmission(context, attributes);
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        exchanges.get().afterTransmission(context, attributes);
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        return exchanges.get().modifyHttpResponseContent(context, attributes);
    }
}
