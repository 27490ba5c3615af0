package io.github.assumerole.aws;

import io.github.assumerole.role.Evidence;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.sts.model.StsResponse;
import software.amazon.awssdk.services.sts.model.StsResponseMetadata;

/** Remembers the last exchange of a client: an exception of the SDK seldom tells where it went and what came back. */
final class Wire implements ExecutionInterceptor {
    private SdkHttpRequest request;
    private SdkHttpResponse response;
    private BodyOpening body;

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        request = context.httpRequest();
        response = null;
        body = null;
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        response = context.httpResponse();
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        body = context.responseBody().map(BodyOpening::new).orElse(null);
        return Optional.ofNullable(body);
    }

    /** Scheme, host and port that were asked. */
    Optional<URI> endpoint() {
        return Optional.ofNullable(request).map(sent -> {
            URI uri = sent.getUri();
            return URI.create(uri.getScheme() + "://" + uri.getAuthority());
        });
    }

    Optional<Integer> status() {
        return Optional.ofNullable(response).map(SdkHttpResponse::statusCode);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(response).flatMap(answer -> answer.firstMatchingHeader(name));
    }

    /** How the XML of the answer begins, as {@link BodyOpening#path} tells. */
    Optional<String> opening() {
        return Optional.ofNullable(body).flatMap(BodyOpening::path);
    }

    /** Whether it was a question whose answers never have a body. */
    boolean isHead() {
        return request != null && request.method() == SdkHttpMethod.HEAD;
    }

    /**
     * How an answer came about.
     *
     * @param source where the credentials came from that it was asked for with
     */
    Evidence evidence(StsResponse answer, String source) {
        return new Evidence(
                endpoint().map(URI::toString).orElse("?"),
                Optional.ofNullable(answer.responseMetadata())
                        .map(StsResponseMetadata::requestId)
                        // What the SDK says for none.
                        .filter(id -> !id.equals("UNKNOWN")),
                answer.getValueForField("PackedPolicySize", Integer.class),
                source);
    }
}
