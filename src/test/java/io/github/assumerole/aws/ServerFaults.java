package io.github.assumerole.aws;

import static io.github.assumerole.aws.ServerFault.error;
import static io.github.assumerole.aws.ServerFault.invalid;
import static io.github.assumerole.aws.ServerFault.noResponse;
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
    private static final String NO_PERMISSION = "User: arn:aws:iam::111122223333:user/bob is not authorized to do this";

    private static final int TEN_MB = 10 << 20;
    private static final String BOMB = "<!ENTITY e0 'boom'>"
            + IntStream.rangeClosed(1, 12)
                    .mapToObj(i -> "<!ENTITY e" + i + " '" + ("&e" + (i - 1) + ";").repeat(10) + "'>")
                    .reduce("", String::concat)
            + "<!ENTITY e '&e12;'>";

    private final ExternalFile external;

    ServerFaults(ExternalFile external) {
        this.external = external;
    }

    Stream<ServerFault> all() {
        return Stream.of(clientErrors(), redirects(), transientErrors(), invalidResponses(), attacks())
                .flatMap(some -> some);
    }

    private static Stream<ServerFault> clientErrors() {
        Fault denied = Fault.error(403, "AccessDenied", NO_PERMISSION);
        return Stream.of(
                error("403", denied, DENIED),
                error("403 as plain text", denied.withHeader("Content-Type", "text/plain"), DENIED),
                error("403 AllAccessDisabled", Fault.error(403, "AllAccessDisabled", ""), DENIED),
                error("403 without headers of S3", Fault.empty(403), DENIED).onHead(PERMANENT),
                error("403 with a request ID", Fault.empty(403).withHeader("x-amz-request-id", "4ZQ8"), DENIED),
                error("403 without a code", xml(403, "<Error><Message>no</Message></Error>"), DENIED)
                        .onHead(PERMANENT),
                error("403 with an empty code", xml(403, "<Error><Code/><Message/></Error>"), DENIED)
                        .onHead(PERMANENT),
                error("403 SignatureDoesNotMatch", Fault.error(403, "SignatureDoesNotMatch", ""), PERMANENT)
                        .onHead(DENIED),
                error("403 ExpiredToken", Fault.error(403, "ExpiredToken", ""), PERMANENT)
                        .onHead(DENIED),
                error("400 ExpiredToken", Fault.error(400, "ExpiredToken", ""), PERMANENT),
                error("400 without a body", Fault.empty(400), PERMANENT),
                error("400 without a code", xml(400, "<Error/>"), PERMANENT),
                error("501", Fault.error(501, "NotImplemented", ""), PERMANENT));
    }

    private Stream<ServerFault> redirects() {
        String page = external.page().toString();
        return Stream.of(
                error("301 with a region", Fault.redirect(301, "eu-west-1"), PERMANENT),
                error("301 without a region", Fault.error(301, "PermanentRedirect", ""), PERMANENT),
                error("307 with a region", Fault.redirect(307, "eu-west-1"), PERMANENT),
                error("307 without a region", Fault.error(307, "TemporaryRedirect", ""), PERMANENT),
                error("400 with a region", Fault.redirect(400, "eu-west-1"), PERMANENT),
                error("302 to another server", Fault.empty(302).withHeader("Location", page), PERMANENT));
    }

    private static Stream<ServerFault> transientErrors() {
        return Stream.of(
                error("500", Fault.error(500, "InternalError", ""), TRANSIENT),
                error("500 without a body", Fault.empty(500), TRANSIENT),
                error("503 SlowDown", Fault.error(503, "SlowDown", ""), TRANSIENT),
                invalid("503 in HTML", Fault.html(503), TRANSIENT),
                error("429", Fault.error(429, "TooManyRequests", ""), TRANSIENT),
                error("400 Throttling", Fault.error(400, "Throttling", ""), TRANSIENT)
                        .onHead(PERMANENT),
                noResponse("cut", Fault.cut()),
                noResponse("reset", Fault.reset()));
    }

    private static Stream<ServerFault> invalidResponses() {
        return Stream.of(
                invalid("403 in HTML", Fault.html(403), PERMANENT),
                invalid("garbage", xml(200, "{\"ok\":true}"), PERMANENT),
                invalid("HTML with 200", Fault.html(200), PERMANENT),
                invalid("XHTML as XML", xml(200, "<html/>"), PERMANENT),
                invalid("empty body with 200", Fault.empty(200), PERMANENT),
                invalid("empty body with 204", Fault.empty(204), PERMANENT),
                invalid("incomplete tag", xml(200, "<Tag"), PERMANENT));
    }

    /** Documents that attack XML parsers. */
    private Stream<ServerFault> attacks() {
        return Stream.concat(
                Stream.of(error(
                        "10 MB of 403", Fault.error(403, "AccessDenied", NO_PERMISSION + "!".repeat(TEN_MB)), DENIED)),
                Stream.of(
                                attack("bomb", BOMB),
                                attack("file", "<!ENTITY e SYSTEM '" + external.file() + "'>"),
                                attack("page", "<!ENTITY e SYSTEM '" + external.page() + "'>"))
                        .flatMap(both -> both));
    }

    private Stream<ServerFault> attack(String name, String entity) {
        String type = "<!DOCTYPE x SYSTEM '" + external.page() + "' [" + entity + "]>";
        UnaryOperator<String> attack =
                xml -> type + xml.replaceFirst("<\\?.*\\?>", "").replaceAll(">[^<>]+<", ">&e;<");
        return Stream.of(
                invalid(name + " in a success", Fault.slow(Duration.ZERO).rewritten(attack), PERMANENT)
                        .notOnHead(),
                error(
                        name + " in a 400",
                        Fault.error(400, "InvalidRequest", NO_PERMISSION).rewritten(attack),
                        PERMANENT));
    }

    private static Fault xml(int status, String body) {
        return Fault.body(status, "application/xml", body);
    }
}
