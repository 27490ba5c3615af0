package io.github.assumerole.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.Secret;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.codehaus.plexus.components.interactivity.PrompterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class MfaPromptTest {
    private static final String SERIAL = "arn:aws:iam::111122223333:mfa/bob";
    private static final String PROMPT = "MFA code of " + SERIAL;
    private static final String NO_CODE = "this build already prompted for the code and got no answer.";

    private final Map<String, String> environment = new HashMap<>();
    private final ConcurrentMap<String, CompletableFuture<Optional<Secret>>> codes = new ConcurrentHashMap<>();
    private final ConfigurationProblems problems = new ConfigurationProblems();
    private final ScriptedPrompter prompter = new ScriptedPrompter();

    @ParameterizedTest
    @ValueSource(strings = {"123456", "123 456", " 123456\n"})
    void readsTheCodeFromTheVariable(String value) {
        environment.put("AWS_MFA_CODE", value);

        fromVariable().rejectWithoutCode(problems);

        assertTrue(problems.isEmpty());
        assertEquals(Secret.of("123456"), fromVariable().codeOf(SERIAL));
        assertEquals(List.of(), prompter.questions());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "12345,   does not contain a 6-digit code",
                "1234567, does not contain a 6-digit code",
                "12345a,  does not contain a 6-digit code",
                "one,     does not contain a 6-digit code",
                "-,       is not set or is empty",
                "'',      is not set or is empty",
                "' ',     is not set or is empty"
            })
    void rejectsAVariableWithoutACode(String value, String problem) {
        Optional.ofNullable(value).ifPresent(code -> environment.put("AWS_MFA_CODE", code));
        String message = "the environment variable AWS_MFA_CODE " + problem;
        assertRejected(fromVariable(), "mfaTokenEnv: " + message, message + ".");
    }

    @Test
    void rejectsBatchModeWithoutAVariable() {
        assertRejected(
                prompting(false),
                "mfaSerial: Maven runs in batch mode and cannot prompt for the code; set <mfaTokenEnv> to the name of"
                        + " an environment variable that contains the code, or run Maven on a terminal, without -B",
                "Maven runs in batch mode and cannot prompt for the code.");
    }

    @Test
    void promptsInInteractiveMode() {
        prompter.willType("123456");

        prompting(true).rejectWithoutCode(problems);

        assertTrue(problems.isEmpty());
        assertEquals(Secret.of("123456"), prompting(true).codeOf(SERIAL));
        assertEquals(List.of(PROMPT), prompter.questions());
    }

    @Test
    void promptsAgainAfterAnInvalidCode() {
        List.of("", "12345", "123 456").forEach(prompter::willType);

        assertEquals(Secret.of("123456"), prompting(true).codeOf(SERIAL));
        String again = "Not a 6-digit code. " + PROMPT;
        assertEquals(List.of(PROMPT, again, again), prompter.questions());
    }

    @Test
    void failsAfterThreeInvalidCodes() {
        List.of("a", "b", "c", "123456").forEach(prompter::willType);

        assertFails(prompting(true), "no 6-digit code was entered in 3 attempts.");
        assertEquals(3, prompter.questions().size());
    }

    @Test
    void promptsOncePerBuildAndDevice() {
        List.of("123456", "333333").forEach(prompter::willType);

        assertEquals(Secret.of("123456"), prompting(true).codeOf(SERIAL));
        assertEquals(Secret.of("123456"), prompting(true).codeOf(SERIAL));
        assertEquals(Secret.of("333333"), prompting(true).codeOf("other"));
        assertEquals(List.of(PROMPT, "MFA code of other"), prompter.questions());
    }

    @Test
    void doesNotPromptAgainAfterTheEndOfInputOnMavenThree() {
        assertFails(prompting(true), "the input ended without an answer.");
        assertFails(prompting(true), NO_CODE);
        assertEquals(1, prompter.questions().size());
    }

    @Test
    void failsWhenTheInputEndsOnMavenFour() {
        prompter.willRun(() -> {
            throw new PrompterException("Unable to prompt");
        });
        assertFails(prompting(true), "the input ended without an answer (Unable to prompt).");
    }

    @Test
    void doesNotWaitForAPromptThatFailed() {
        prompter.willRun(() -> {
            throw new StackOverflowError();
        });

        assertThrows(StackOverflowError.class, () -> prompting(true).codeOf(SERIAL));
        assertFails(prompting(true), NO_CODE);
    }

    @Test
    void promptsOnceForManyThreads() throws Exception {
        Phaser started = new Phaser(8);
        prompter.willRun(() -> {
            started.awaitAdvance(0);
            return "123456";
        });
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Secret> module = () -> {
                started.arrive();
                return prompting(true).codeOf(SERIAL);
            };
            for (Future<Secret> code : threads.invokeAll(Collections.nCopies(8, module))) {
                assertEquals(Secret.of("123456"), code.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, prompter.questions().size());
    }

    @Test
    void readsTheSession() {
        environment.put("CODE", "123456");
        prompter.willType("654321");

        assertEquals(
                Secret.of("123456"),
                MfaPrompt.of(Optional.of("CODE"), session(false), prompter, codes, problems)
                        .codeOf(SERIAL));
        assertEquals(
                Secret.of("654321"),
                MfaPrompt.of(Optional.empty(), session(true), prompter, codes, problems)
                        .codeOf(SERIAL));
        assertTrue(problems.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", "A-B", "A B"})
    void rejectsAnInvalidNameWithoutPrintingIt(String name) {
        MfaPrompt.of(Optional.of(name), session(true), prompter, codes, problems);
        assertEquals(
                "mfaTokenEnv: is not the name of an environment variable; expected one like AWS_MFA_CODE, never the"
                        + " code itself",
                assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                        .getMessage());
    }

    private void assertRejected(MfaPrompt prompt, String problem, String failure) {
        prompt.rejectWithoutCode(problems);
        assertEquals(
                problem,
                assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                        .getMessage());
        assertFails(prompt, failure);
        assertEquals(List.of(), prompter.questions());
    }

    private static void assertFails(MfaPrompt prompt, String cameBack) {
        AwsAccessException failed = assertThrows(AwsAccessException.class, () -> prompt.codeOf(SERIAL));
        assertEquals(
                "Cannot get the MFA code of " + SERIAL + ": " + cameBack + "\nWhat to try:"
                        + "\n  - set <mfaTokenEnv> to the name of an environment variable that contains the code"
                        + "\n  - run Maven on a terminal, without -B",
                failed.getMessage());
    }

    private MfaPrompt fromVariable() {
        return new MfaPrompt(Optional.of("AWS_MFA_CODE"), environment, false, prompter, codes);
    }

    private MfaPrompt prompting(boolean interactive) {
        return new MfaPrompt(Optional.empty(), environment, interactive, prompter, codes);
    }

    @SuppressWarnings("deprecation")
    private MavenSession session(boolean interactive) {
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setInteractiveMode(interactive);
        environment.forEach((name, value) -> request.getSystemProperties().setProperty("env." + name, value));
        return new MavenSession(null, null, request, new DefaultMavenExecutionResult());
    }
}
