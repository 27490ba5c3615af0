package io.github.assumerole.standin.sdk;

import io.github.assumerole.standin.LocalAws;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/** A request that the SDK signs, and that can be changed after that. */
final class RawRequest {
    /** Names that the JDK's client sets by itself. */
    private static final Set<String> SET_BY_JDK = Set.of("Host", "Content-Length");

    private static final Pattern CODE = Pattern.compile("<Code>(.*?)</Code>");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String method;
    private final URI uri;
    private final String body;
    private final String service;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String sentBody;

    private RawRequest(String method, URI uri, String body, String service) {
        this.method = method;
        this.uri = uri;
        this.body = body;
        this.sentBody = body;
        this.service = service;
    }

    static RawRequest sts(LocalAws aws, String action) {
        return new RawRequest("POST", aws.endpoint().resolve("/"), "Action=" + action + "&Version=2011-06-15", "sts")
                .with("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
    }

    static RawRequest stsByQuery(LocalAws aws, String action) {
        return new RawRequest("GET", aws.endpoint().resolve("/?Version=2011-06-15&Action=" + action), "", "sts");
    }

    static RawRequest s3(LocalAws aws, String method, String pathAndQuery) {
        return new RawRequest(method, aws.endpoint().resolve(pathAndQuery), "", "s3");
    }

    static RawRequest codeArtifact(LocalAws aws, String query) {
        return new RawRequest("POST", aws.endpoint().resolve("/v1/authorization-token?" + query), "", "codeartifact");
    }

    /** Not signed. */
    static RawRequest artifact(LocalAws aws, String method, String path) {
        return new RawRequest(method, aws.endpoint().resolve(path), method.equals("PUT") ? "content" : "", "");
    }

    RawRequest forService(String other) {
        RawRequest request = new RawRequest(method, uri, body, other);
        headers.forEach(request::with);
        return request;
    }

    RawRequest signed(AwsCredentials credentials) {
        return signed(credentials, Instant.now());
    }

    RawRequest signed(AwsCredentials credentials, Instant time) {
        return signed(credentials, time, true);
    }

    RawRequest signedWithoutPayload(AwsCredentials credentials) {
        return signed(credentials, Instant.now(), false);
    }

    RawRequest with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    RawRequest without(String header) {
        headers.keySet().removeIf(header::equalsIgnoreCase);
        return this;
    }

    Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    RawRequest withBody(String other) {
        sentBody = other;
        return this;
    }

    HttpResponse<String> send() throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .method(method, HttpRequest.BodyPublishers.ofString(sentBody));
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends it; status and error code of the response, such as {@code 403 AccessDenied}. */
    String outcome() throws IOException, InterruptedException {
        HttpResponse<String> response = send();
        Matcher code = CODE.matcher(response.body());
        return response.statusCode() + (code.find() ? " " + code.group(1) : "");
    }

    private RawRequest signed(AwsCredentials credentials, Instant time, boolean withPayload) {
        SdkHttpFullRequest.Builder unsigned = SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.fromValue(method))
                .uri(uri);
        if (!withPayload) {
            // Over plain HTTP the SDK would insist on signing the payload.
            unsigned.protocol("https").port(uri.getPort());
        }
        headers.forEach(unsigned::putHeader);
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(credentials)
                        .request(unsigned.build())
                        .payload(ContentStreamProvider.fromUtf8String(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-1")
                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, !service.equals("s3"))
                        .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, withPayload)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(time, ZoneOffset.UTC)))
                .request();
        signed.forEachHeader((name, values) -> {
            if (!SET_BY_JDK.contains(name)) {
                headers.put(name, String.join(",", values));
            }
        });
        return this;
    }
}
