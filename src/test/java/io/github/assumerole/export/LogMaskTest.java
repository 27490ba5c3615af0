package io.github.assumerole.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LogMaskTest {
    private static final Map<String, String> GITHUB = Map.of("GITHUB_ACTIONS", "true");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final List<String> warnings = new ArrayList<>();

    @Test
    void printsOneCommandForEachValueInGitHubActions() {
        mask(GITHUB).register(Sample.credentials());
        assertEquals(
                """

                ::add-mask::ASIAIOSFODNN7EXAMPLE
                ::add-mask::wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
                ::add-mask::IQoJb3JpZ2luX2VjEXAMPLETOKEN==
                """,
                printed());
    }

    @Test
    void printsOneCommandForEachValueInAzurePipelines() {
        mask(Map.of("TF_BUILD", "True")).register(Sample.credentials("k", "a%b%0A", "t"));
        assertEquals(
                "\n##vso[task.setsecret]k\n##vso[task.setsecret]a%AZP25b%AZP250A\n##vso[task.setsecret]t\n", printed());
    }

    @Test
    void escapesPercentSigns() {
        mask(GITHUB).register(Sample.credentials("k", "a%b%0A", "t"));
        assertEquals("\n::add-mask::k\n::add-mask::a%25b%250A\n::add-mask::t\n", printed());
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB_ACTIONS,    false",
        "GITHUB_ACTIONS,    ''",
        "TF_BUILD,          0",
        "TEAMCITY_VERSION,  2025.11",
        "BUILDKITE,         true",
        "GITLAB_CI,         true",
        "CI,                true"
    })
    void printsNothingWithoutASupportedServer(String variable, String value) {
        mask(Map.of(variable, value)).register(Sample.credentials());
        assertEquals("", printed());
        assertEquals(List.of(), warnings);
    }

    @Test
    void printsAllCommandsInOneWrite() {
        List<Integer> pieces = new ArrayList<>();
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int one) {
                pieces.add(1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                pieces.add(length);
            }
        };

        new LogMask(GITHUB::get, () -> Optional.of(new PrintStream(counting)), warnings::add)
                .register(Sample.credentials("k", "s", "t".repeat(20_000)));

        assertEquals(1, pieces.size());
    }

    @Test
    void warnsWithoutAConsole() {
        new LogMask(GITHUB::get, () -> Optional.empty(), warnings::add).register(Sample.credentials());
        assertEquals(
                List.of("The credentials are not masked in the log of GitHub Actions: its console is not available."
                        + " This plugin never prints them."),
                warnings);
    }

    @Test
    void warnsWhenTheConsoleIsClosed() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("closed");
            }
        };
        new LogMask(GITHUB::get, () -> Optional.of(new PrintStream(closed)), warnings::add)
                .register(Sample.credentials());
        assertEquals(1, warnings.size());
        assertFalse(warnings.get(0).contains(Sample.TOKEN));
    }

    private LogMask mask(Map<String, String> environment) {
        return new LogMask(
                environment::get,
                () -> Optional.of(new PrintStream(printed, true, StandardCharsets.US_ASCII)),
                warnings::add);
    }

    private String printed() {
        return printed.toString(StandardCharsets.US_ASCII);
    }
}
