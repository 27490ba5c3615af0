package io.github.assumerole.role;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What AWS has answered in this build: each question is asked once, however many modules and threads want to know. A
 * refusal is an answer, too: thirty modules do not hammer STS with a hopeless request.
 *
 * <p>Kept in types of the JDK: two realms of the plugin in one build share it, and a class of ours in one is a stranger
 * in the other.
 */
public final class Answers {
    private static final String FAILED = "failed";
    private static final String CAME_BACK = "cameBack";
    private static final String ADVICE = "advice.";

    private final ConcurrentMap<String, CompletableFuture<Map<String, String>>> memory;

    /** @param memory lives as long as the build */
    public Answers(ConcurrentMap<String, CompletableFuture<Map<String, String>>> memory) {
        this.memory = memory;
    }

    /**
     * The answer to a question, asked now unless there is a good one already.
     *
     * @param question tells questions apart; never secret
     * @param isGood whether an answer from before still holds
     * @param attempt what is tried, to begin the failure of those who wait with, should the asking break off
     * @param ask gets the answer
     * @throws AccessFailed when the answer is a failure, now or before
     */
    public Map<String, String> to(
            String question, Predicate<Map<String, String>> isGood, String attempt, Supplier<Map<String, String>> ask) {
        CompletableFuture<Map<String, String>> mine = new CompletableFuture<>();
        while (true) {
            CompletableFuture<Map<String, String>> present = memory.putIfAbsent(question, mine);
            if (present == null) {
                return ask(question, attempt, ask, mine);
            }
            Map<String, String> known = present.join();
            if (known.containsKey(FAILED)) {
                throw failureIn(known);
            }
            if (isGood.test(known)) {
                return known;
            }
            memory.remove(question, present);
        }
    }

    private Map<String, String> ask(
            String question,
            String attempt,
            Supplier<Map<String, String>> ask,
            CompletableFuture<Map<String, String>> mine) {
        try {
            Map<String, String> answer = ask.get();
            mine.complete(answer);
            return answer;
        } catch (AccessFailed failure) {
            mine.complete(write(failure));
            throw failure;
        } catch (InvalidConfiguration wrong) {
            forget(question, mine, new AccessFailed(attempt, wrong.getMessage(), List.of()));
            throw wrong;
        } finally {
            if (!mine.isDone()) {
                forget(question, mine, brokeOff(attempt));
            }
        }
    }

    /** Leaves nothing in the memory, and gives those who wait already a failure instead of an answer. */
    private void forget(String question, CompletableFuture<Map<String, String>> mine, AccessFailed failure) {
        memory.remove(question, mine);
        mine.complete(write(failure));
    }

    private static AccessFailed brokeOff(String attempt) {
        return new AccessFailed(
                attempt,
                "the module that asked first broke off",
                List.of("see the failure of that module: it is the first one of this build"));
    }

    static Map<String, String> write(AccessFailed failure) {
        Map<String, String> written = new HashMap<>();
        written.put(FAILED, failure.attempted());
        written.put(CAME_BACK, failure.cameBack());
        for (int i = 0; i < failure.advice().size(); i++) {
            written.put(ADVICE + i, failure.advice().get(i));
        }
        return Map.copyOf(written);
    }

    static AccessFailed failureIn(Map<String, String> written) {
        List<String> advice = IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> written.get(ADVICE + i))
                .takeWhile(Objects::nonNull)
                .toList();
        return new AccessFailed(written.get(FAILED), written.get(CAME_BACK), advice);
    }
}
