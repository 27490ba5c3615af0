package io.github.assumerole.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.Secret;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.codehaus.plexus.components.interactivity.Prompter;
import org.codehaus.plexus.components.interactivity.PrompterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class MfaPromptTest {
    private static final String SERIAL = "arn:aws:iam::111122223333:mfa/bob";
    private static final String QUESTION = "MFA code of " + SERIAL;
    private static final String ADVICE = "\nWhat to try:"
            + "\n  - set <mfaTokenEnv> to the name of an environment variable that holds the code"
            + "\n  - run Maven on a terminal, without -B";

    private final Map<String, String> environment = new HashMap<>();
    private final ConcurrentMap<String, CompletableFuture<Optional<Secret>>> answers = new ConcurrentHashMap<>();
    private final ConfigurationProblems problems = new ConfigurationProblems();
    private final List<String> questions = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"123456", "123 456", " 123456\n"})
    void takesTheCodeFromTheVariable(String value) {
        environment.put("AWS_MFA_CODE", value);
        MfaPrompt prompt = fromVariable("AWS_MFA_CODE");

        prompt.rejectWithoutCode(problems);

        assertTrue(problems.isEmpty());
        assertEquals(Secret.of("123456"), prompt.codeOf(SERIAL));
        assertEquals(List.of(), questions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "1234567", "12345a", "one"})
    void refusesAVariableThatHoldsNoCode(String value) {
        environment.put("AWS_MFA_CODE", value);
        String problem = "the environment variable AWS_MFA_CODE holds something else than 6 digits";
        assertUnanswerable(fromVariable("AWS_MFA_CODE"), "mfaTokenEnv: " + problem, problem + ".");
        assertFalse(problem.contains(value));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void refusesAVariableThatIsNotSet(String value) {
        if (value != null) {
            environment.put("AWS_MFA_CODE", value);
        }
        String problem = "the environment variable AWS_MFA_CODE is not set, or empty";
        assertUnanswerable(fromVariable("AWS_MFA_CODE"), "mfaTokenEnv: " + problem, problem + ".");
    }

    @Test
    void refusesToNeedACodeInBatchModeWithoutAVariable() {
        assertUnanswerable(
                new MfaPrompt(Optional.empty(), environment, false, answering("123456"), answers),
                "mfaSerial: Maven runs in batch mode, so nobody can be asked for the code; set <mfaTokenEnv> to the name of"
                        + " an environment variable that holds the code, or run Maven on a terminal, without -B",
                "Maven runs in batch mode, so nobody can be asked for the code.");
    }

    @Test
    void asksWhenMavenIsInteractive() {
        MfaPrompt prompt = interactive(answering("123456"));

        prompt.rejectWithoutCode(problems);

        assertTrue(problems.isEmpty());
        assertEquals(Secret.of("123456"), prompt.codeOf(SERIAL));
        assertEquals(List.of(QUESTION), questions);
    }

    @Test
    void asksAgainForWhatIsNoCode() {
        assertEquals(
                Secret.of("123456"),
                interactive(answering("", "12345", "123 456")).codeOf(SERIAL));

        String again = "That is not a code of 6 digits. " + QUESTION;
        assertEquals(List.of(QUESTION, again, again), questions);
    }

    @Test
    void givesUpAfterThreeWrongAnswers() {
        assertFails(interactive(answering("a", "b", "c", "123456")), "what was typed is not a code of 6 digits.");
        assertEquals(3, questions.size());
    }

    @Test
    void failsWhenTheInputEndsOnMavenThree() {
        assertFails(interactive(answering((String) null)), "the input ended without an answer.");
    }

    @Test
    void failsWhenTheInputEndsOnMavenFour() {
        assertFails(
                interactive(prompter(() -> {
                    throw new PrompterException("Unable to prompt");
                })),
                "the input ended without an answer (Unable to prompt).");
    }

    @Test
    void asksOnceABuildForEachDevice() {
        interactive(answering("123456")).codeOf(SERIAL);

        assertEquals(Secret.of("123456"), interactive(answering("222222")).codeOf(SERIAL));
        assertEquals(Secret.of("333333"), interactive(answering("333333")).codeOf("other"));
        assertEquals(List.of(QUESTION, "MFA code of other"), questions);
    }

    @Test
    void doesNotAskAgainWhenNobodyAnswered() {
        assertFails(interactive(answering((String) null)), "the input ended without an answer.");
        assertFails(interactive(answering("123456")), "this build already prompted for the code and got no answer.");
        assertEquals(1, questions.size());
    }

    @Test
    void asksOnceWhenManyThreadsWantToKnow() throws Exception {
        CountDownLatch allAsked = new CountDownLatch(8);
        MfaPrompt prompt = interactive(prompter(() -> {
            allAsked.await();
            return "123456";
        }));

        assertEquals(
                8,
                inThreads(8, () -> {
                            allAsked.countDown();
                            return prompt.codeOf(SERIAL);
                        })
                        .stream()
                        .filter(Secret.of("123456")::equals)
                        .count());
        assertEquals(1, questions.size());
    }

    @Test
    void nobodyWaitsForEverWhenTheOneWhoAskedBreaksOff() {
        MfaPrompt prompt = interactive(prompter(() -> {
            throw new StackOverflowError();
        }));

        assertThrows(StackOverflowError.class, () -> prompt.codeOf(SERIAL));
        assertFails(prompt, "this build already prompted for the code and got no answer.");
    }

    @Test
    void readsTheSession() {
        environment.put("CODE", "123456");
        assertEquals(
                Secret.of("123456"),
                MfaPrompt.of("CODE", session(false), answering(), answers, problems)
                        .codeOf(SERIAL));
        assertEquals(
                Secret.of("654321"),
                MfaPrompt.of(null, session(true), answering("654321"), answers, problems)
                        .codeOf(SERIAL));
        assertTrue(problems.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", "A-B", "A B"})
    void refusesANameThatIsNone(String name) {
        MfaPrompt.of(name, session(true), answering(), answers, problems);
        assertEquals(
                "mfaTokenEnv: is not the name of an environment variable; expected one like AWS_MFA_CODE, never the"
                        + " code itself",
                assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                        .getMessage());
    }

    private void assertUnanswerable(MfaPrompt prompt, String refusal, String failure) {
        prompt.rejectWithoutCode(problems);
        assertEquals(
                refusal,
                assertThrows(InvalidConfigurationException.class, problems::throwIfAny)
                        .getMessage());
        assertFails(prompt, failure);
        assertEquals(List.of(), questions);
    }

    private static void assertFails(MfaPrompt prompt, String cameBack) {
        AwsAccessException failed = assertThrows(AwsAccessException.class, () -> prompt.codeOf(SERIAL));
        assertEquals("Cannot get the MFA code of " + SERIAL + ": " + cameBack + ADVICE, failed.getMessage());
    }

    private MfaPrompt fromVariable(String name) {
        return new MfaPrompt(Optional.of(name), environment, false, answering(), answers);
    }

    private MfaPrompt interactive(Prompter prompter) {
        return new MfaPrompt(Optional.empty(), environment, true, prompter, answers);
    }

    @SuppressWarnings("deprecation")
    private MavenSession session(boolean interactive) {
        return new MavenSession(
                null,
                null,
                new DefaultMavenExecutionRequest()
                        .setInteractiveMode(interactive)
                        .setSystemProperties(asOfMaven(environment)),
                new DefaultMavenExecutionResult());
    }

    private Prompter answering(String... typed) {
        Iterator<String> next = Arrays.asList(typed).iterator();
        return prompter(next::next);
    }

    /** Knows only the one way of asking that shows what is typed: Maven 3 shows a "password", too. */
    private Prompter prompter(Callable<String> answer) {
        return (Prompter) Proxy.newProxyInstance(
                Prompter.class.getClassLoader(), new Class<?>[] {Prompter.class}, (proxy, method, arguments) -> {
                    assertEquals("prompt", method.getName());
                    assertEquals(1, arguments.length);
                    questions.add((String) arguments[0]);
                    return answer.call();
                });
    }

    private static <T> List<T> inThreads(int count, Callable<T> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                futures.add(threads.submit(task));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Properties asOfMaven(Map<String, String> environment) {
        Properties properties = new Properties();
        environment.forEach((name, value) -> properties.setProperty("env." + name, value));
        return properties;
    }
}
