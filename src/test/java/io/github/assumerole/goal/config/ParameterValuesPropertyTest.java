package io.github.assumerole.goal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.aws.AwsEndpoints;
import io.github.assumerole.aws.profile.SharedFilesCache;
import io.github.assumerole.build.MfaPrompt;
import io.github.assumerole.build.ScriptedPrompter;
import io.github.assumerole.export.ExportTarget;
import io.github.assumerole.export.PropertyNames;
import io.github.assumerole.fuzz.AnyText;
import io.github.assumerole.fuzz.ParserContract;
import io.github.assumerole.goal.Build;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** Any text as the value of one parameter. */
class ParameterValuesPropertyTest {
    private static final String PASSWORD = "hunter2-hunter2";

    private final Build build = new Build(Build.project("app"));
    private final MojoExecution execution = Build.bound("list-buckets");

    @Property(seed = ParserContract.SEED)
    void regions(@ForAll("words") String text) {
        assertAccepts(
                "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?",
                text,
                problems -> RegionParameter.read(problems, "region", Optional.of(text)));
    }

    @Property(seed = ParserContract.SEED)
    void endpoints(@ForAll("urls") String text) {
        List<AwsEndpoints> read = new ArrayList<>();

        List<Problem> problems = ParserContract.problems(
                v -> read.add(new EndpointParameters(Optional.of(text), Optional.empty(), Optional.empty())
                        .read(v, Optional.empty(), new SharedFilesCache())));

        boolean hasUserOrQuery = text.matches("(?s).*[@?#].*");
        assertFalse(hasUserOrQuery && problems.toString().contains(PASSWORD), "the password is shown");
        Optional<String> taken = read.get(0).configured().map(Object::toString);
        assertEquals(problems.isEmpty() && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty(), taken);
        taken.ifPresent(url -> assertTrue(url.matches("(?i)https?://[^@?#]+"), url));
        EndpointParameters.unencrypted(read.get(0)).forEach(url -> {
            ParserContract.assertOneLine(url);
            assertFalse(hasUserOrQuery && url.contains(PASSWORD), "the password is shown");
        });
    }

    @Property(seed = ParserContract.SEED)
    void propertyPrefixes(@ForAll("words") String text) {
        boolean good = text.matches("[A-Za-z0-9._-]+");

        assertEquals(
                good, ParserContract.problems(v -> PropertyNames.under(text, v)).isEmpty());
    }

    @Property(seed = ParserContract.SEED)
    void exportTargets(@ForAll("words") String text) {
        Set<String> known =
                Set.of("projectProperties", "systemProperties", "credentialsFile", "settingsServer", "none");

        assertEquals(
                known.contains(text),
                ParserContract.parse(text, ExportTarget::parse).isPresent());
    }

    @Property(seed = ParserContract.SEED)
    void reportNames(@ForAll("words") String text) {
        assertAccepts("[A-Za-z0-9][A-Za-z0-9._-]{0,99}", text, v -> new ReportParameters(List.of(), Optional.of(text))
                .readId(v, Build.project("app"), execution, Map.of(), rule -> null));
    }

    @Property(seed = ParserContract.SEED)
    void mfaTokenEnvWithoutShowingIt(@ForAll("words") String text) {
        List<Problem> problems = assertAccepts("[A-Za-z_][A-Za-z0-9_]*", text, codesIn(text));

        boolean unresolved = text.contains("${");
        if (!problems.isEmpty() && !unresolved) {
            // The message does not show the text, which may be the code itself.
            assertEquals(ParserContract.problems(codesIn("123456")), problems);
        }
    }

    private Consumer<ConfigurationProblems> codesIn(String variable) {
        return v -> MfaPrompt.of(
                Optional.of(variable), build.session(), new ScriptedPrompter(), new ConcurrentHashMap<>(), v);
    }

    /** ConfigurationCheck rejects empty texts. */
    private static List<Problem> assertAccepts(String pattern, String text, Consumer<ConfigurationProblems> reader) {
        List<Problem> problems = ParserContract.problems(reader);
        assertEquals(text.isBlank() || text.strip().matches(pattern), problems.isEmpty());
        return problems;
    }

    @Provide
    Arbitrary<String> words() {
        String[] known =
                """
                eu-central-1 us-gov-west-1 aws. my.aws. projectProperties systemProperties credentialsFile settingsServer
                none list-buckets AWS_MFA_CODE 123456 -
                """
                        .split("\\s+");
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
