package io.github.assumerole.standin;

import io.github.assumerole.standin.auth.Authorization;
import io.github.assumerole.standin.auth.Protocol;
import io.github.assumerole.standin.auth.SignatureVerifier;
import io.github.assumerole.standin.codeartifact.CodeArtifactProtocol;
import io.github.assumerole.standin.codeartifact.CodeArtifactService;
import io.github.assumerole.standin.http.AwsErrorException;
import io.github.assumerole.standin.http.HttpListener;
import io.github.assumerole.standin.http.HttpRequest;
import io.github.assumerole.standin.http.HttpResponse;
import io.github.assumerole.standin.http.ResponseWriter;
import io.github.assumerole.standin.iam.Caller;
import io.github.assumerole.standin.s3.S3Protocol;
import io.github.assumerole.standin.s3.S3Service;
import io.github.assumerole.standin.sts.StsProtocol;
import io.github.assumerole.standin.sts.StsService;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Dispatches requests to their operations, or to the next scheduled fault, and logs the calls. */
final class Router implements HttpListener.Handler {
    /** The RFC_1123_DATE_TIME of the JDK writes days with one digit, which HTTP does not allow. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final SignatureVerifier signatures;
    private final StsService sts;
    private final S3Service s3;
    private final CodeArtifactService codeArtifact;
    private final ScheduledFaults faults;
    private final CallLog calls;
    private final ServerClock clock;

    Router(
            SignatureVerifier signatures,
            StsService sts,
            S3Service s3,
            CodeArtifactService codeArtifact,
            ScheduledFaults faults,
            CallLog calls,
            ServerClock clock) {
        this.signatures = signatures;
        this.sts = sts;
        this.s3 = s3;
        this.codeArtifact = codeArtifact;
        this.faults = faults;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public void handle(HttpRequest request, InputStream rest, Socket client) throws IOException, InterruptedException {
        ResponseWriter writer = new ResponseWriter(client, request.method().equals("HEAD"));
        long arrival = calls.arrive();
        Operation operation = Operation.of(request);
        Protocol protocol =
                switch (operation.service()) {
                    case STS -> new StsProtocol();
                    case S3, MAVEN_REPOSITORY -> new S3Protocol();
                    case CODEARTIFACT -> new CodeArtifactProtocol();
                };
        Optional<Fault> fault = faults.next(operation.name());
        HttpResponse response = fault.map(it -> it.response(protocol, () -> respond(operation, request, protocol)))
                .orElseGet(() -> respond(operation, request, protocol));
        calls.record(arrival, call(operation, request, response));
        if (fault.isPresent()) {
            fault.get().deliver(dated(response), writer);
        } else {
            writer.send(dated(response));
        }
    }

    /** A fault can set another date. */
    private HttpResponse dated(HttpResponse response) {
        return response.headers().containsKey("Date")
                ? response
                : response.with("Date", HTTP_DATE.format(clock.instant()));
    }

    private HttpResponse respond(Operation operation, HttpRequest request, Protocol protocol) {
        String callerArn = "";
        try {
            if (operation.service() == Operation.Service.MAVEN_REPOSITORY) {
                return codeArtifact.handleArtifact(request);
            }
            if (!operation.isSigned()) {
                return sts.handleUnsigned(operation.name(), operation.parameters());
            }
            Caller caller = signatures.verify(request, protocol);
            callerArn = caller.arn();
            return respond(operation, request, caller).withCaller(callerArn);
        } catch (AwsErrorException e) {
            return protocol.render(e).withCaller(callerArn);
        }
    }

    private HttpResponse respond(Operation operation, HttpRequest request, Caller caller) {
        String name = operation.name();
        return switch (operation.service()) {
            case STS -> sts.handle(name, operation.parameters(), caller);
            case S3 ->
                s3.handle(
                        name,
                        operation.parameters(),
                        caller,
                        signingRegion(request).orElseThrow());
            case CODEARTIFACT ->
                codeArtifact.handle(
                        operation.parameters(), authorization(request).orElseThrow());
            case MAVEN_REPOSITORY -> throw new AssertionError("requests to repositories are not signed");
        };
    }

    private static Call call(Operation operation, HttpRequest request, HttpResponse response) {
        Map<String, String> parameters = operation.withoutSecrets();
        signingRegion(request).ifPresent(region -> parameters.put("signingRegion", region));
        return new Call(operation.name(), response.callerArn(), parameters, response.status(), response.errorCode());
    }

    private static Optional<String> signingRegion(HttpRequest request) {
        return authorization(request).map(Authorization::region);
    }

    private static Optional<Authorization> authorization(HttpRequest request) {
        try {
            return request.header("authorization").map(Authorization::parse);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
