package io.github.assumerole.standin;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** One way in which a call goes wrong. Unless said otherwise, the operation itself is not carried out. */
public final class Fault {
    private interface Delivery {
        void deliver(Answer answer, Wire wire) throws IOException, InterruptedException;
    }

    private final BiFunction<Dialect, Supplier<Reply>, Reply> substitute;
    private final Delivery delivery;
    private final Map<String, String> headers;

    private Fault(
            BiFunction<Dialect, Supplier<Reply>, Reply> substitute, Delivery delivery, Map<String, String> headers) {
        this.substitute = substitute;
        this.delivery = delivery;
        this.headers = Map.copyOf(headers);
    }

    /** An error in the shape of the called service. */
    public static Fault error(int status, String code, String message) {
        return inDialect(dialect -> dialect.render(new AwsError(status, code, message)));
    }

    /** An error as Ceph RGW sends it, also for STS: no namespace, no message. */
    public static Fault rgwError(int status, String code) {
        String body = Xml.document("Error", "", xml -> xml.element("Code", code)
                .element("Message", "")
                .element("RequestId", "tx00000000000000000002a-00656e0c1f-1093-default")
                .element("HostId", "1093-default-default"));
        return fixed(Answer.of(status, "application/xml", body).withErrorCode(code));
    }

    /** What a proxy or a load balancer says. */
    public static Fault html(int status) {
        return body(
                status,
                "text/html",
                "<html><head><title>%1$d</title></head><body><h1>%1$d</h1></body></html>".formatted(status));
    }

    public static Fault body(int status, String contentType, String body) {
        return fixed(Answer.of(status, contentType, body));
    }

    public static Fault empty(int status) {
        return fixed(Answer.empty(status));
    }

    /** S3's answer when a bucket lives elsewhere: the region is in a header, and there is no Location. */
    public static Fault redirect(int status, String region) {
        String code = status == 301 ? "PermanentRedirect" : "TemporaryRedirect";
        return inDialect(dialect ->
                        dialect.render(new AwsError(status, code, "Please use the endpoint of " + region + ".")))
                .withHeader(S3Dialect.REGION_HEADER, region);
    }

    /** The connection is closed before any answer. */
    public static Fault cut() {
        return new Fault((dialect, correct) -> Reply.NONE, (answer, wire) -> {}, Map.of());
    }

    /** The connection is reset before any answer, which is ruder than to close it. */
    public static Fault reset() {
        return new Fault((dialect, correct) -> Reply.NONE, (answer, wire) -> wire.reset(), Map.of());
    }

    /** Nothing comes for that long, or until the server is closed; then the connection is closed. */
    public static Fault stall(Duration duration) {
        return new Fault((dialect, correct) -> Reply.NONE, (answer, wire) -> wire.pause(duration), Map.of());
    }

    /** The operation is carried out, but its answer breaks off in the middle of the body. */
    public static Fault truncated() {
        return onTheWay((answer, wire) -> wire.sendTruncated(answer));
    }

    /** The operation is carried out, and its answer comes after the delay. */
    public static Fault slow(Duration delay) {
        return onTheWay((answer, wire) -> {
            wire.pause(delay);
            wire.send(answer);
        });
    }

    /** The operation is carried out, and its answer comes byte by byte. */
    public static Fault drip(Duration perByte) {
        return onTheWay((answer, wire) -> wire.sendDripping(answer, perByte));
    }

    /** The same with one more header in the answer. */
    public Fault withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Fault(substitute, delivery, more);
    }

    /** The same with another body, which is made of the first. */
    public Fault rewritten(UnaryOperator<String> body) {
        return new Fault(
                (dialect, correct) -> substitute.apply(dialect, correct).rewritten(body), delivery, headers);
    }

    Reply reply(Dialect dialect, Supplier<Reply> correct) {
        Reply reply = substitute.apply(dialect, correct);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }

    void deliver(Answer answer, Wire wire) throws IOException, InterruptedException {
        delivery.deliver(answer, wire);
    }

    private static Fault fixed(Answer answer) {
        return inDialect(dialect -> answer);
    }

    private static Fault inDialect(Function<Dialect, Answer> answer) {
        return new Fault(
                (dialect, correct) -> new Reply(answer.apply(dialect), ""), (sent, wire) -> wire.send(sent), Map.of());
    }

    private static Fault onTheWay(Delivery delivery) {
        return new Fault((dialect, correct) -> correct.get(), delivery, Map.of());
    }
}
