package io.github.assumerole.goal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.build.MfaPrompt;
import io.github.assumerole.build.ScriptedPrompter;
import io.github.assumerole.export.ExportTarget;
import io.github.assumerole.export.PropertyNames;
import io.github.assumerole.fuzz.AnyText;
import io.github.assumerole.fuzz.ParserContract;
import io.github.assumerole.goal.Build;
import io.github.assumerole.role.BaseCredentialsSource;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.maven.plugin.MojoExecution;

/** Whatever stands in one of the parameters that only this room reads. */
class ParametersOfConfigPropertyTest {
    private static final BaseCredentialsSource ENVIRONMENT = new BaseCredentialsSource.Environment();
    private static final String PASSWORD = "hunter2-hunter2";

    private final Build build = new Build(Build.project("app"));
    private final MojoExecution execution = Build.bound("list-buckets");

    @Property(seed = ParserContract.SEED)
    void regions(@ForAll("words") String text) {
        assertTakes("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", text, v -> read(connection(text, null), v));
    }

    @Property(seed = ParserContract.SEED)
    void endpoints(@ForAll("urls") String text) {
        List<AwsConnection> read = new ArrayList<>();

        List<Problem> problems = ParserContract.problems(v -> read.add(read(connection(null, text), v)));

        boolean hasUserOrQuery = text.matches("(?s).*[@?#].*");
        assertFalse(hasUserOrQuery && problems.toString().contains(PASSWORD), "a password was told");
        Optional<String> taken = read.get(0).endpoints().configuredSts().map(Object::toString);
        assertEquals(problems.isEmpty() && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty(), taken);
        taken.ifPresent(url -> assertTrue(url.matches("(?i)https?://[^@?#]+"), url));
        ConnectionParameters.unencrypted(read.get(0).endpoints()).forEach(url -> {
            ParserContract.assertOneLine(url);
            assertFalse(hasUserOrQuery && url.contains(PASSWORD), "a password was told");
        });
    }

    @Property(seed = ParserContract.SEED)
    void prefixesOfProperties(@ForAll("words") String text) {
        boolean good = text.matches("[A-Za-z0-9._-]+");

        assertEquals(
                good, ParserContract.problems(v -> PropertyNames.under(text, v)).isEmpty());
    }

    @Property(seed = ParserContract.SEED)
    void placesToExportTo(@ForAll("words") String text) {
        Set<String> known =
                Set.of("projectProperties", "systemProperties", "credentialsFile", "settingsServer", "none");

        assertEquals(
                known.contains(text),
                ParserContract.parse(text, ExportTarget::parse).isPresent());
    }

    @Property(seed = ParserContract.SEED)
    void namesOfReports(@ForAll("words") String text) {
        assertTakes("[A-Za-z0-9][A-Za-z0-9._-]{0,99}", text, v -> new ReportParameters(
                        List.of(), Path.of("target"), Optional.of(text))
                .read(v, execution));
    }

    @Property(seed = ParserContract.SEED)
    void variablesOfMfaCodesWhichAreNeverTold(@ForAll("words") String text) {
        List<Problem> problems = assertTakes("[A-Za-z_][A-Za-z0-9_]*", text, codesIn(text));

        boolean unresolved = text.contains("${");
        if (!problems.isEmpty() && !unresolved) {
            // Not a word of what was typed: it may be the code itself.
            assertEquals(ParserContract.problems(codesIn("123456")), problems);
        }
    }

    private Consumer<ConfigurationProblems> codesIn(String variable) {
        return v -> MfaPrompt.of(variable, build.session(), new ScriptedPrompter(), new ConcurrentHashMap<>(), v);
    }

    private static AwsConnection read(ConnectionParameters settings, ConfigurationProblems validation) {
        return settings.read(validation, ENVIRONMENT, settings.endpoints(validation, null), Optional.empty());
    }

    private static ConnectionParameters connection(String region, String endpoint) {
        return new ConnectionParameters(region, endpoint, null, null, 10, 30, 4);
    }

    /** Blank ones are for others to refuse. */
    private static List<Problem> assertTakes(String pattern, String text, Consumer<ConfigurationProblems> reader) {
        List<Problem> problems = ParserContract.problems(reader);
        assertEquals(text.isBlank() || text.strip().matches(pattern), problems.isEmpty());
        return problems;
    }

    @Provide
    Arbitrary<String> words() {
        String[] known = {
            "eu-central-1",
            "us-gov-west-1",
            "aws.",
            "my.aws.",
            "projectProperties",
            "systemProperties",
            "credentialsFile",
            "settingsServer",
            "none",
            "list-buckets",
            "AWS_MFA_CODE",
            "123456",
            "-"
        };
        return Arbitraries.oneOf(AnyText.of(known), AnyText.near(Arbitraries.of(known), known));
    }

    @Provide
    Arbitrary<String> urls() {
        String[] known = {
            "http://",
            "https://",
            "HTTPS://",
            "ftp://",
            "localhost",
            "s3.example.com",
            "[::1]",
            "127.0.0.1",
            ":9000",
            ":0",
            ":65536",
            ":99999999999",
            "/path",
            "bob:" + PASSWORD + "@",
            "?key=" + PASSWORD,
            "#" + PASSWORD,
            "%",
            "%zz",
            "a_b"
        };
        Arbitrary<String> whole = Arbitraries.of(
                "https://s3.example.com:9000",
                "http://127.0.0.1:9",
                "http://[::1]:9/s3",
                "http://bob:" + PASSWORD + "@s3.example.com");
        return Arbitraries.oneOf(AnyText.of(known), AnyText.near(whole, known));
    }
}
