package io.github.assumerole.aws;

import static io.github.assumerole.aws.ServerFault.nonsense;
import static io.github.assumerole.aws.ServerFault.refusal;
import static io.github.assumerole.aws.ServerFault.silence;
import static io.github.assumerole.bucket.UnknownReason.Kind.DENIED;
import static io.github.assumerole.bucket.UnknownReason.Kind.PERMANENT;
import static io.github.assumerole.bucket.UnknownReason.Kind.TRANSIENT;

import io.github.assumerole.standin.Fault;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Faults that occur immediately; slow servers are {@link SlowResponses}. */
final class ServerFaults {
    /** Names the caller as STS does, which saves GetCallerIdentity. */
    private static final String NO = "User: arn:aws:iam::111122223333:user/bob is not authorized to do this";

    private static final int TEN_MB = 10 << 20;
    private static final String BOMB = "<!ENTITY e0 'boom'>"
            + IntStream.rangeClosed(1, 12)
                    .mapToObj(i -> "<!ENTITY e" + i + " '" + ("&e" + (i - 1) + ";").repeat(10) + "'>")
                    .reduce("", String::concat)
            + "<!ENTITY e '&e12;'>";

    private final ExternalFile bait;

    ServerFaults(ExternalFile bait) {
        this.bait = bait;
    }

    Stream<ServerFault> all() {
        return Stream.of(refusals(), redirections(), troubles(), strangers(), attacks())
                .flatMap(some -> some);
    }

    private static Stream<ServerFault> refusals() {
        Fault denied = Fault.error(403, "AccessDenied", NO);
        return Stream.of(
                refusal("403", denied, DENIED),
                refusal("403 as plain text", denied.withHeader("Content-Type", "text/plain"), DENIED)
                        .toHead(PERMANENT),
                refusal("403 AllAccessDisabled", Fault.error(403, "AllAccessDisabled", ""), DENIED),
                refusal("403 from nowhere", Fault.empty(403), DENIED).toHead(PERMANENT),
                refusal("403 of S3", Fault.empty(403).withHeader("x-amz-request-id", "4ZQ8"), DENIED),
                refusal("403 without a code", xml(403, "<Error><Message>no</Message></Error>"), DENIED)
                        .toHead(PERMANENT),
                refusal("403 with an empty code", xml(403, "<Error><Code/><Message/></Error>"), DENIED)
                        .toHead(PERMANENT),
                refusal("403 SignatureDoesNotMatch", Fault.error(403, "SignatureDoesNotMatch", ""), PERMANENT)
                        .toHead(DENIED),
                refusal("403 ExpiredToken", Fault.error(403, "ExpiredToken", ""), PERMANENT)
                        .toHead(DENIED),
                refusal("400 ExpiredToken", Fault.error(400, "ExpiredToken", ""), PERMANENT),
                refusal("400 of nobody", Fault.empty(400), PERMANENT),
                refusal("400 without a code", xml(400, "<Error/>"), PERMANENT),
                refusal("501", Fault.error(501, "NotImplemented", ""), PERMANENT));
    }

    private Stream<ServerFault> redirections() {
        String page = bait.page().toString();
        return Stream.of(
                refusal("301 elsewhere", Fault.redirect(301, "eu-west-1"), PERMANENT),
                refusal("301 anywhere", Fault.error(301, "PermanentRedirect", ""), PERMANENT),
                refusal("307 elsewhere", Fault.redirect(307, "eu-west-1"), PERMANENT),
                refusal("307 anywhere", Fault.error(307, "TemporaryRedirect", ""), PERMANENT),
                refusal("400 elsewhere", Fault.redirect(400, "eu-west-1"), PERMANENT),
                refusal("302 to another server", Fault.empty(302).withHeader("Location", page), PERMANENT));
    }

    private static Stream<ServerFault> troubles() {
        return Stream.of(
                refusal("500", Fault.error(500, "InternalError", ""), TRANSIENT),
                refusal("500 of nobody", Fault.empty(500), TRANSIENT),
                refusal("503 SlowDown", Fault.error(503, "SlowDown", ""), TRANSIENT),
                nonsense("503 in HTML", Fault.html(503), TRANSIENT),
                refusal("429", Fault.error(429, "TooManyRequests", ""), TRANSIENT),
                refusal("400 Throttling", Fault.error(400, "Throttling", ""), TRANSIENT)
                        .toHead(PERMANENT),
                silence("cut", Fault.cut()),
                silence("reset", Fault.reset()));
    }

    private static Stream<ServerFault> strangers() {
        return Stream.of(
                nonsense("403 in HTML", Fault.html(403), PERMANENT),
                nonsense("garbage", xml(200, "{\"ok\":true}"), PERMANENT),
                nonsense("HTML with 200", Fault.html(200), PERMANENT),
                nonsense("XHTML as XML", xml(200, "<html/>"), PERMANENT),
                nonsense("nothing with 200", Fault.empty(200), PERMANENT),
                nonsense("nothing with 204", Fault.empty(204), PERMANENT),
                nonsense("half an answer", Fault.truncated(), PERMANENT).notToHead(),
                nonsense("half a tag", xml(200, "<Tag"), PERMANENT));
    }

    /** Documents that attack XML parsers. */
    private Stream<ServerFault> attacks() {
        return Stream.concat(
                Stream.of(refusal("10 MB of 403", Fault.error(403, "AccessDenied", NO + "!".repeat(TEN_MB)), DENIED)),
                Stream.of(
                                attack("bomb", BOMB),
                                attack("file", "<!ENTITY e SYSTEM '" + bait.file() + "'>"),
                                attack("page", "<!ENTITY e SYSTEM '" + bait.page() + "'>"))
                        .flatMap(both -> both));
    }

    private Stream<ServerFault> attack(String name, String entity) {
        String type = "<!DOCTYPE x SYSTEM '" + bait.page() + "' [" + entity + "]>";
        UnaryOperator<String> attack =
                xml -> type + xml.replaceFirst("<\\?.*\\?>", "").replaceAll(">[^<>]+<", ">&e;<");
        return Stream.of(
                nonsense(name + " in an answer", Fault.slow(Duration.ZERO).rewritten(attack), PERMANENT)
                        .notToHead(),
                refusal(
                        name + " in a 400",
                        Fault.error(400, "InvalidRequest", NO).rewritten(attack),
                        PERMANENT));
    }

    private static Fault xml(int status, String body) {
        return Fault.body(status, "application/xml", body);
    }
}
