package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.standin.Fault;
import io.github.assumerole.standin.StandardWorld;
import io.github.assumerole.standin.text.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.util.ClearSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * After a failed call, no session is left and reports are complete; the next module calls AWS again if it is transient.
 */
@Timeout(120)
class AwsFailureTest extends GoalTest {
    private static final String SDK_LOG_LEVEL = "org.slf4j.simpleLogger.log.software.amazon.awssdk";

    static Stream<Named<Fault>> faults() {
        return Stream.of(
                Named.of("denied", Fault.error(403, "AccessDenied", "User: arn:aws:iam::1:user/x is not authorized")),
                Named.of("server error", Fault.error(500, "InternalError", "")),
                Named.of("HTML", Fault.html(200)),
                Named.of("empty", Fault.empty(200)),
                Named.of("truncated", Fault.truncated()),
                Named.of("cut", Fault.cut()),
                Named.of("reset", Fault.reset()),
                Named.of("stalled", Fault.stall(Duration.ofMinutes(1))),
                Named.of("slow", Fault.drip(Duration.ofMillis(50))));
    }

    static Stream<Fault> transientFaults() {
        return Stream.of(
                Fault.reset(),
                Fault.error(503, "ServiceUnavailable", "down"),
                Fault.error(400, "Throttling", "Rate exceeded"));
    }

    @BeforeEach
    void configureRole() {
        parameter("roleArn", StandardWorld.CI_DEPLOY);
        parameter("maxAttempts", "1");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void leavesNoSession(Fault fault) throws Exception {
        parameter("callTimeoutSeconds", "1");
        Path receipt = directory.toPath().resolve("target/assume-role/receipt.json");
        Files.createDirectories(receipt.getParent());
        Files.writeString(receipt, "{\"accountId\": \"of an earlier build\"}");
        aws.faultAlways("AssumeRole", fault);

        failed(assumeRole("exportTo=projectProperties,credentialsFile", "receiptFile=target/assume-role/receipt.json"));

        assertEquals(Set.of(), files().keySet());
        assertEquals(0, Build.names(project, "aws.").count());
        assertTrue(build.state().credentials(project, "aws.").isEmpty());
        assertLoggedNoSecret();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void writesCompleteReportsOfIncompleteListing(Fault fault) throws Exception {
        parameter("callTimeoutSeconds", "1");
        aws.fault("ListBuckets", Fault.slow(Duration.ZERO));
        aws.faultAlways("ListBuckets", fault);

        failed(listBuckets(
                "formats=text,json,csv,junit,markdown,html", "minBuckets=1", "pageSize=3", "exportProperties=true"));

        Map<String, String> reports = files();
        assertEquals(
                Set.of(
                        "TEST-NAME.xml",
                        "NAME.csv",
                        "NAME-findings.csv",
                        "NAME.html",
                        "NAME.json",
                        "NAME.md",
                        "NAME.txt"),
                reports.keySet());
        assertAll(
                () -> assertEquals("unknown", ((Map<?, ?>) Json.parse(reports.get("NAME.json"))).get("verdict")),
                () -> DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(
                                reports.get("TEST-NAME.xml").getBytes(StandardCharsets.UTF_8))),
                () -> assertTrue(reports.get("NAME.html").stripTrailing().endsWith("</html>")),
                () -> assertTrue(reports.get("NAME.csv").endsWith("\r\n")),
                () -> assertFalse(reports.values().stream().anyMatch(text -> text.contains("app-artifacts"))),
                () -> assertEquals("unknown", property("assume-role.buckets.verdict")),
                () -> assertNull(property("assume-role.buckets.names")));
        reports.values().forEach(this::assertContainsNoSecret);
    }

    @ParameterizedTest
    @MethodSource("transientFaults")
    void callsStsAgainAfterTransientFailure(Fault fault) throws Exception {
        aws.fault("AssumeRole", fault);

        failed(assumeRole());
        assumeRole().execute();

        assertEquals(2, assumed());
        assertTrue(lastLine().startsWith("[INFO] Assumed role ci-deploy "), lastLine());
    }

    @Test
    void continuesChainFromRoleThatFailed() throws Exception {
        parameter("sourceRoles", StandardWorld.CI_RUNNER);
        aws.fault("AssumeRole", Fault.slow(Duration.ZERO), Fault.reset());

        assertTrue(failed(assumeRole()).get(0).startsWith("Hop 2 of 2: "));
        assumeRole().execute();

        assertEquals(3, assumed());
    }

    @Test
    void callsStsOnceIfDenied() {
        aws.fault("AssumeRole", Fault.error(403, "AccessDenied", "no"));

        List<String> denied = failed(assumeRole());

        assertEquals(denied, rejected(assumeRole()));
    }

    @Test
    @ClearSystemProperty(key = SDK_LOG_LEVEL)
    void restoresLogLevelOfSdkWhenBuildEnds() throws Exception {
        assumeRole().execute();
        assumeRole().execute();
        assertEquals("off", System.getProperty(SDK_LOG_LEVEL));

        build.end();

        assertNull(System.getProperty(SDK_LOG_LEVEL));
    }

    /** Texts of the files of the project by name. */
    private Map<String, String> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory.toPath())) {
            return all.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace("list-buckets-default", "NAME"),
                            AwsFailureTest::read));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
