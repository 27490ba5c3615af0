package io.github.assumerole.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds for any question; more, and the threads, in {@link CachingRoleAssumerTest}. */
@Timeout(30)
class AnswersTest {
    private static final String ATTEMPT = "Cannot find out";

    private final ConcurrentMap<String, CompletableFuture<Map<String, String>>> memory = new ConcurrentHashMap<>();
    private final Answers answers = new Answers(memory);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void aQuestionIsAskedOnce() {
        assertEquals(Map.of("number", "1"), count("who"));
        assertEquals(Map.of("number", "1"), count("who"));
    }

    @Test
    void questionsAreToldApart() {
        assertEquals(Map.of("number", "1"), count("who"));
        assertEquals(Map.of("number", "2"), count("where"));
    }

    @Test
    void twoWhoShareAMemoryShareItsAnswers() {
        count("who");

        assertEquals(Map.of("number", "1"), new Answers(memory).to("who", known -> true, ATTEMPT, this::another));
    }

    @Test
    void anAnswerThatHoldsNoLongerIsAskedForAnew() {
        count("who");

        assertEquals(Map.of("number", "2"), answers.to("who", known -> false, ATTEMPT, this::another));
        assertEquals(Map.of("number", "2"), count("who"));
    }

    /** Nobody would get any otherwise, and who asks judges for himself. */
    @Test
    void aNewAnswerIsGivenWhateverItIs() {
        assertEquals(Map.of("number", "1"), answers.to("who", known -> false, ATTEMPT, this::another));
    }

    @Test
    void aRefusalIsAnAnswer() {
        AccessFailed refusal = new AccessFailed("Cannot ask", "no.", List.of("ask somebody else"));

        AccessFailed first = refusalOf(() -> fail(refusal));
        AccessFailed second = refusalOf(this::another);

        assertEquals(refusal, first);
        assertNotSame(refusal, second);
        assertEquals(refusal.getMessage(), second.getMessage());
        assertEquals(0, asked.get());
    }

    @Test
    void aWrongConfigurationIsNone() {
        InvalidConfiguration wrong = new InvalidConfiguration("region", "is wrong");

        assertThrows(InvalidConfiguration.class, () -> answers.to("who", known -> true, ATTEMPT, () -> fail(wrong)));

        assertEquals(Map.of("number", "1"), count("who"));
    }

    @Test
    void whoWaitsForOneThatBreaksOffIsToldSo() throws Exception {
        CompletableFuture<Void> waiting = new CompletableFuture<>();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> first = thread.submit(() -> answers.to("who", known -> true, ATTEMPT, () -> {
                waiting.join();
                throw new IllegalStateException("unexpected");
            }));
            while (memory.isEmpty()) {
                Thread.onSpinWait();
            }
            CompletableFuture<Map<String, String>> pending = memory.get("who");
            CompletableFuture.runAsync(() -> {
                while (pending.getNumberOfDependents() == 0) {
                    Thread.onSpinWait();
                }
                waiting.complete(null);
            });

            AccessFailed second = refusalOf(this::another);

            assertEquals("Cannot find out: the module that asked first broke off", firstLine(second));
            assertThrows(Exception.class, () -> first.get(5, TimeUnit.SECONDS));
            assertTrue(memory.isEmpty());
        } finally {
            thread.shutdownNow();
        }
    }

    private static String firstLine(AccessFailed failure) {
        return failure.getMessage().lines().findFirst().orElseThrow();
    }

    private AccessFailed refusalOf(Supplier<Map<String, String>> ask) {
        return assertThrows(AccessFailed.class, () -> answers.to("who", known -> true, ATTEMPT, ask));
    }

    private static Map<String, String> fail(RuntimeException failure) {
        throw failure;
    }

    private Map<String, String> count(String question) {
        return answers.to(question, known -> true, ATTEMPT, this::another);
    }

    private Map<String, String> another() {
        return Map.of("number", String.valueOf(asked.incrementAndGet()));
    }
}
