package io.github.assumerole.aws.http;

import io.github.assumerole.aws.CaBundle;
import io.github.assumerole.aws.Network;
import io.github.assumerole.role.HttpProxy;
import io.github.assumerole.role.SessionCredentials.IssueDetails;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.sts.model.StsResponse;
import software.amazon.awssdk.services.sts.model.StsResponseMetadata;

/** Records the last HTTP exchange of a client: exceptions of the SDK rarely contain endpoint and response. */
public final class HttpExchange implements ExecutionInterceptor {
    private final Network network;
    private SdkHttpRequest request;
    private SdkHttpResponse response;
    private final UnaryOperator<InputStream> reader;

    /** @param network that of the client that makes the call */
    public HttpExchange(Network network) {
        this(network, UnaryOperator.identity());
    }

    /**
     * @param network that of the client that makes the call
     * @param reader gets the body of each successful response, and returns the one that the client gets
     */
    public HttpExchange(Network network, UnaryOperator<InputStream> reader) {
        this.network = network;
        this.reader = reader;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        sent(context.httpRequest());
    }

    void sent(SdkHttpRequest next) {
        request = next;
        response = null;
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        received(context.httpResponse());
    }

    void received(SdkHttpResponse next) {
        response = next;
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        Optional<InputStream> body = context.responseBody().map(ResponseBody::new);
        return context.httpResponse().isSuccessful() ? body.map(reader) : body;
    }

    /** Scheme, host and port of the request. */
    public Optional<URI> endpoint() {
        return Optional.ofNullable(request).map(sent -> {
            URI uri = sent.getUri();
            return URI.create(uri.getScheme() + "://" + uri.getAuthority());
        });
    }

    /** The proxy that the request went through. */
    Optional<HttpProxy> proxy() {
        return Optional.ofNullable(request).flatMap(sent -> network.proxies().to(sent.getUri()));
    }

    /** The file with the certificate authorities that replace those of the JVM. */
    Optional<Path> caBundle() {
        return network.trust().map(CaBundle::file);
    }

    public Optional<Integer> status() {
        return Optional.ofNullable(response).map(SdkHttpResponse::statusCode);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(response).flatMap(received -> received.firstMatchingHeader(name));
    }

    /** Whether the request was HEAD, whose responses have no body. */
    boolean isHead() {
        return request != null && request.method() == SdkHttpMethod.HEAD;
    }

    /**
     * The evidence of a response.
     *
     * @param source the source of the credentials of the call
     */
    public IssueDetails evidence(StsResponse result, String source) {
        return new IssueDetails(
                endpoint().map(URI::toString).orElse("?"),
                Optional.ofNullable(result.responseMetadata())
                        .map(StsResponseMetadata::requestId)
                        // The SDK returns this for a missing ID.
                        .filter(id -> !id.equals("UNKNOWN")),
                result.getValueForField("PackedPolicySize", Integer.class),
                source);
    }

    /** Releases the connection, whose request contains a session token: parsers keep what they have read. */
    private static final class ResponseBody extends FilterInputStream {
        private ResponseBody(InputStream body) {
            super(body);
        }

        @Override
        public void close() throws IOException {
            super.close();
            in = InputStream.nullInputStream();
        }
    }
}
