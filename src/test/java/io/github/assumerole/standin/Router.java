package io.github.assumerole.standin;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Takes a request to its operation, unless a fault is due, and writes it down. */
final class Router implements HttpListener.Handler {
    /** RFC_1123_DATE_TIME of the JDK writes days of one digit, which HTTP does not allow. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final SigV4 signatures;
    private final StsService sts;
    private final S3Service s3;
    private final FaultScript faults;
    private final CallLog calls;
    private final ServerClock clock;

    Router(SigV4 signatures, StsService sts, S3Service s3, FaultScript faults, CallLog calls, ServerClock clock) {
        this.signatures = signatures;
        this.sts = sts;
        this.s3 = s3;
        this.faults = faults;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public void handle(HttpRequest request, Wire wire) throws IOException, InterruptedException {
        long arrival = calls.arrive();
        Operation operation = Operation.of(request);
        Dialect dialect = operation.service() == Operation.Service.STS ? new StsDialect() : new S3Dialect();
        Optional<Fault> fault = faults.next(operation.name());
        Reply reply = fault.map(it -> it.reply(dialect, () -> reply(operation, request, dialect)))
                .orElseGet(() -> reply(operation, request, dialect));
        calls.record(arrival, call(operation, request, reply));
        Answer answer = dated(reply.answer());
        if (fault.isPresent()) {
            fault.get().deliver(answer, wire);
        } else {
            wire.send(answer);
        }
    }

    /** A fault may bring a date of its own. */
    private Answer dated(Answer answer) {
        return answer.headers().containsKey("Date") ? answer : answer.with("Date", HTTP_DATE.format(clock.now()));
    }

    private Reply reply(Operation operation, HttpRequest request, Dialect dialect) {
        String callerArn = "";
        try {
            if (!operation.isSigned()) {
                return new Reply(sts.answerUnsigned(operation), callerArn);
            }
            Caller caller = signatures.verify(request, dialect);
            callerArn = caller.arn();
            return new Reply(answer(operation, request, caller), callerArn);
        } catch (AwsError e) {
            return new Reply(dialect.render(e), callerArn);
        }
    }

    private Answer answer(Operation operation, HttpRequest request, Caller caller) {
        return switch (operation.service()) {
            case STS -> sts.answer(operation, caller);
            case S3 -> s3.answer(operation, caller, signingRegion(request).orElseThrow());
        };
    }

    private static Call call(Operation operation, HttpRequest request, Reply reply) {
        Map<String, String> parameters = operation.withoutSecrets();
        signingRegion(request).ifPresent(region -> parameters.put("signingRegion", region));
        Answer answer = reply.answer();
        return new Call(operation.name(), reply.callerArn(), parameters, answer.status(), answer.errorCode());
    }

    private static Optional<String> signingRegion(HttpRequest request) {
        try {
            return request.header("authorization").map(Authorization::parse).map(Authorization::region);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
