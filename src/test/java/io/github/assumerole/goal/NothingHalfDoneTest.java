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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A call that goes wrong leaves nothing of a session, and reports that are whole. */
@Timeout(120)
class NothingHalfDoneTest extends GoalTest {
    NothingHalfDoneTest() {
        super("assume-role");
    }

    static Stream<Named<Fault>> faults() {
        return Stream.of(
                Named.of("refused", Fault.error(403, "AccessDenied", "User: arn:aws:iam::1:user/x is not authorized")),
                Named.of("in trouble", Fault.error(500, "InternalError", "")),
                Named.of("of a proxy", Fault.html(200)),
                Named.of("empty", Fault.empty(200)),
                Named.of("broken off", Fault.truncated()),
                Named.of("cut", Fault.cut()),
                Named.of("reset", Fault.reset()),
                Named.of("stalled", Fault.stall(Duration.ofMinutes(1))),
                Named.of("dripping", Fault.drip(Duration.ofMillis(50))));
    }

    @BeforeEach
    void configure() {
        parameter("roleArn", StandardWorld.CI_DEPLOY);
        parameter("callTimeoutSeconds", "1");
        parameter("maxAttempts", "1");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void noSessionIsLeft(
            Fault fault,
            @InjectMojo(goal = "assume-role")
                    @MojoParameter(name = "exportTo", value = "projectProperties,credentialsFile")
                    @MojoParameter(name = "receiptFile", value = "target/assume-role/receipt.json")
                    AssumeRoleMojo goal)
            throws Exception {
        Path receipt = directory.toPath().resolve("target/assume-role/receipt.json");
        Files.createDirectories(receipt.getParent());
        Files.writeString(receipt, "{\"accountId\": \"of yesterday\"}");
        aws.faultAlways("AssumeRole", fault);

        failed(goal);

        assertEquals(Set.of(), files().keySet());
        assertEquals(0, Build.names(project, "aws.").count());
        assertTrue(build.state().credentials(project, "aws.").isEmpty());
        assertLoggedNoSecret();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void reportsOfHalfAListingAreWholeAndSayThatItIsUnknown(
            Fault fault,
            @InjectMojo(goal = "list-buckets")
                    @MojoParameter(name = "formats", value = "text,json,csv,junit,markdown,html")
                    @MojoParameter(name = "minBuckets", value = "1")
                    @MojoParameter(name = "pageSize", value = "3")
                    @MojoParameter(name = "exportProperties", value = "true")
                    ListBucketsMojo goal)
            throws Exception {
        aws.fault("ListBuckets", Fault.slow(Duration.ZERO));
        aws.faultAlways("ListBuckets", fault);

        failed(goal);

        Map<String, String> reports = files();
        assertEquals(
                Set.of("TEST-NAME.xml", "NAME.csv", "NAME.html", "NAME.json", "NAME.md", "NAME.txt"), reports.keySet());
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
        reports.values().forEach(this::assertHoldsNoSecret);
    }

    /** What lies in the project, by name. */
    private Map<String, String> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory.toPath())) {
            return all.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace("list-buckets-default", "NAME"),
                            NothingHalfDoneTest::read));
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
