package io.github.assumerole.standin;

import io.github.assumerole.standin.auth.Protocol;
import io.github.assumerole.standin.http.AwsErrorException;
import io.github.assumerole.standin.http.HttpResponse;
import io.github.assumerole.standin.http.ResponseWriter;
import io.github.assumerole.standin.s3.S3Protocol;
import io.github.assumerole.standin.text.XmlWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** One way in which a call fails. Unless its method says otherwise, the operation itself is not carried out. */
public final class Fault {
    private interface Delivery {
        void deliver(HttpResponse response, ResponseWriter writer) throws IOException, InterruptedException;
    }

    private final BiFunction<Protocol, Supplier<HttpResponse>, HttpResponse> substitute;
    private final Delivery delivery;

    private Fault(BiFunction<Protocol, Supplier<HttpResponse>, HttpResponse> substitute, Delivery delivery) {
        this.substitute = substitute;
        this.delivery = delivery;
    }

    /** An error in the format of the called service. */
    public static Fault error(int status, String code, String message) {
        return rendered(protocol -> protocol.render(new AwsErrorException(status, code, message)));
    }

    /** An error as Ceph RGW sends it, also for STS: no namespace, no message. */
    public static Fault rgwError(int status, String code) {
        String body = XmlWriter.document("Error", "", xml -> xml.element("Code", code)
                .element("Message", "")
                .element("RequestId", "tx00000000000000000002a-00656e0c1f-1093-default")
                .element("HostId", "1093-default-default"));
        return fixed(HttpResponse.of(status, "application/xml", body).withErrorCode(code));
    }

    /** The error page of a proxy or a load balancer. */
    public static Fault html(int status) {
        return body(
                status,
                "text/html",
                "<html><head><title>%1$d</title></head><body><h1>%1$d</h1></body></html>".formatted(status));
    }

    public static Fault body(int status, String contentType, String body) {
        return fixed(HttpResponse.of(status, contentType, body));
    }

    public static Fault empty(int status) {
        return fixed(HttpResponse.empty(status));
    }

    /** The response of S3 for a bucket of another region: a header has the region, and there is no Location. */
    public static Fault redirect(int status, String region) {
        String code = status == 301 ? "PermanentRedirect" : "TemporaryRedirect";
        return rendered(protocol -> protocol.render(
                        new AwsErrorException(status, code, "Please use the endpoint of " + region + ".")))
                .withHeader(S3Protocol.REGION_HEADER, region);
    }

    /** The connection is closed without a response. */
    public static Fault cut() {
        return withoutResponse((response, writer) -> {});
    }

    /** The connection is reset without a response. */
    public static Fault reset() {
        return withoutResponse((response, writer) -> writer.reset());
    }

    /** Nothing is sent for that time, or until the server is closed; then the connection is closed. */
    public static Fault stall(Duration duration) {
        return withoutResponse((response, writer) -> writer.pause(duration));
    }

    /** The operation is carried out, but its response ends in the middle of the body. */
    public static Fault truncated() {
        return delivered((response, writer) -> writer.sendTruncated(response));
    }

    /** The operation is carried out, and its response is sent after the delay. */
    public static Fault slow(Duration delay) {
        return delivered((response, writer) -> {
            writer.pause(delay);
            writer.send(response);
        });
    }

    /** The operation is carried out, and its response is sent byte by byte. */
    public static Fault drip(Duration perByte) {
        return delivered((response, writer) -> writer.sendDripping(response, perByte));
    }

    /** The same with one more response header. */
    public Fault withHeader(String name, String value) {
        return changed(response -> response.with(name, value));
    }

    /** The same with the body changed. */
    public Fault rewritten(UnaryOperator<String> body) {
        return changed(response -> response.withBody(body.apply(response.text())));
    }

    HttpResponse response(Protocol protocol, Supplier<HttpResponse> correct) {
        return substitute.apply(protocol, correct);
    }

    void deliver(HttpResponse response, ResponseWriter writer) throws IOException, InterruptedException {
        delivery.deliver(response, writer);
    }

    private Fault changed(UnaryOperator<HttpResponse> change) {
        return new Fault(substitute.andThen(change), delivery);
    }

    private static Fault fixed(HttpResponse response) {
        return rendered(protocol -> response);
    }

    private static Fault rendered(Function<Protocol, HttpResponse> response) {
        return new Fault((protocol, correct) -> response.apply(protocol), (sent, writer) -> writer.send(sent));
    }

    private static Fault withoutResponse(Delivery delivery) {
        return new Fault((protocol, correct) -> HttpResponse.NONE, delivery);
    }

    private static Fault delivered(Delivery delivery) {
        return new Fault((protocol, correct) -> correct.get(), delivery);
    }
}
