package io.github.assumerole.standin.sdk;

import static io.github.assumerole.standin.sdk.SdkClients.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FaultTest extends EmbeddedAwsTest {
    private static final String OPERATION = "GetCallerIdentity";

    @Test
    void permanentFaultFollowsTheScheduledOnes() throws Exception {
        aws.fault(OPERATION, Fault.empty(503), Fault.empty(502));

        assertEquals(List.of(503, 502, 200), List.of(status(), status(), status()));

        aws.faultAlways(OPERATION, Fault.empty(500));
        aws.fault(OPERATION, Fault.empty(503));

        assertEquals(List.of(503, 500, 500), List.of(status(), status(), status()));
    }

    @Test
    void faultsApplyToTheirOperationOnly() throws Exception {
        aws.faultAlways("ListBuckets", Fault.empty(500));

        assertEquals(200, status());
        assertThrows(IllegalArgumentException.class, () -> aws.fault("ListBucket", Fault.cut()));
    }

    @Test
    void errorHasTheFormatOfItsService() {
        ErrorResponse throttling = new ErrorResponse(400, "Throttling", "Rate exceeded");
        ErrorResponse slowDown = new ErrorResponse(503, "SlowDown", "Please reduce your request rate.");
        aws.fault(OPERATION, Fault.error(400, throttling.code(), throttling.message()));
        aws.fault("ListBuckets", Fault.error(503, slowDown.code(), slowDown.message()));

        assertEquals(throttling, ErrorResponse.of(() -> sdk.sts(BOB).getCallerIdentity()));
        assertEquals(
                slowDown, ErrorResponse.of(() -> sdk.s3(BOB, "eu-central-1").listBuckets()));
        assertEquals("Throttling", aws.calls(OPERATION).get(0).errorCode());
    }

    @Test
    void sdkReadsNoCodeFromAnErrorOfCeph() {
        aws.fault(OPERATION, Fault.rgwError(404, "NoSuchEntity"));

        assertEquals("404 null", ErrorResponse.codeOf(() -> sdk.sts(BOB).getCallerIdentity()));
    }

    @Test
    void respondsLikeAProxy() throws Exception {
        aws.fault(OPERATION, Fault.html(502), Fault.body(200, "text/plain", "hello"));

        HttpResponse<String> page = call();
        assertEquals(502, page.statusCode());
        assertTrue(page.body().startsWith("<html>"), page.body());
        assertEquals("hello", call().body());
    }

    @Test
    void redirectHasOnlyTheRegion() throws Exception {
        aws.fault("ListBuckets", Fault.redirect(307, "us-west-2"));

        HttpResponse<String> response = RawRequest.s3(aws, "GET", "/").send();

        assertEquals(307, response.statusCode());
        assertEquals(Optional.of("us-west-2"), response.headers().firstValue("x-amz-bucket-region"));
        assertEquals(Optional.empty(), response.headers().firstValue("Location"));
    }

    @Test
    void headersCanBeAddedAndReplaced() throws Exception {
        aws.fault(OPERATION, Fault.empty(429).withHeader("Retry-After", "7").withHeader("Date", "yesterday"));

        HttpResponse<String> response = call();

        assertEquals("7", response.headers().firstValue("Retry-After").orElseThrow());
        assertEquals("yesterday", response.headers().firstValue("Date").orElseThrow());
    }

    @Test
    void cutClosesTheConnection() {
        aws.faultAlways(OPERATION, Fault.cut());

        assertThrows(IOException.class, this::call);
        assertEquals(0, aws.calls(OPERATION).get(0).status());
    }

    @Test
    void resetResetsTheConnection() throws IOException {
        aws.fault(OPERATION, Fault.cut(), Fault.reset());

        assertEquals(-1, firstByte());
        assertTrue(assertThrows(SocketException.class, this::firstByte)
                .getMessage()
                .contains("reset"));
        assertEquals(2, aws.calls(OPERATION).size());
    }

    @Test
    void truncatedResponseEndsEarly() {
        aws.fault(OPERATION, Fault.truncated());

        IOException broken = assertThrows(IOException.class, this::call);

        assertTrue(broken.getMessage().contains("fixed content-length"), broken.getMessage());
        assertEquals(200, aws.calls(OPERATION).get(0).status());
        assertEquals(StandardWorld.BOB_ARN, aws.calls(OPERATION).get(0).callerArn());
    }

    @Test
    void slowResponseIsCorrect() throws Exception {
        aws.fault(OPERATION, Fault.slow(Duration.ofMillis(150)));
        long start = System.nanoTime();

        assertTrue(call().body().contains(StandardWorld.BOB_ARN));
        assertTrue(millisSince(start) >= 150);
    }

    @Test
    void drippingResponseIsCorrect() throws Exception {
        aws.fault(OPERATION, Fault.drip(Duration.ofMillis(1)));
        long start = System.nanoTime();

        String body = call().body();

        assertTrue(body.endsWith("</GetCallerIdentityResponse>"), body);
        assertTrue(millisSince(start) >= body.length());
    }

    @Test
    void responseToHeadDripsToo() throws Exception {
        aws.fault("HeadBucket", Fault.drip(Duration.ofMillis(1)));
        long start = System.nanoTime();

        RawRequest.s3(aws, "HEAD", "/app-logs").send();

        assertTrue(millisSince(start) >= "HTTP/1.1 403 ".length());
    }

    @Test
    void responseCanBeRewritten() throws Exception {
        aws.fault(
                OPERATION,
                Fault.slow(Duration.ZERO).rewritten(xml -> xml.replace("bob", "eve")),
                Fault.error(403, "AccessDenied", "no")
                        .rewritten(xml -> "<!-- -->")
                        .withHeader("Server", "eve"));

        assertTrue(call().body().contains(StandardWorld.BOB_ARN.replace("bob", "eve")));
        HttpResponse<String> second = call();
        assertEquals(403, second.statusCode());
        assertEquals("<!-- -->", second.body());
        assertEquals("eve", second.headers().firstValue("Server").orElseThrow());
    }

    @Test
    void stalledCallEndsWhenTheServerIsClosed() throws Exception {
        aws.fault(OPERATION, Fault.stall(Duration.ofHours(1)));
        CompletableFuture<HttpResponse<String>> stalled = CompletableFuture.supplyAsync(() -> {
            try {
                return call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        while (aws.calls(OPERATION).isEmpty()) {
            Thread.onSpinWait();
        }
        assertFalse(stalled.isDone());

        aws.close();

        ExecutionException failed = assertThrows(ExecutionException.class, () -> stalled.get(10, TimeUnit.SECONDS));
        assertTrue(failed.getCause().getCause() instanceof IOException, failed.toString());
    }

    private static long millisSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    /** Of the response, read from a socket that shows how the connection ends; -1 for an end without a response. */
    private int firstByte() throws IOException {
        String body = "Action=" + OPERATION;
        try (Socket socket = new Socket(aws.endpoint().getHost(), aws.endpoint().getPort())) {
            socket.getOutputStream()
                    .write(("POST / HTTP/1.1\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read();
        }
    }

    private int status() throws IOException, InterruptedException {
        return call().statusCode();
    }

    private HttpResponse<String> call() throws IOException, InterruptedException {
        return RawRequest.sts(aws, OPERATION).signed(BOB).send();
    }
}
