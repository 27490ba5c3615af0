package io.github.assumerole.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.role.InvalidConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SharedPlaceTest {
    private static final String CI = "arn:aws:sts::111122223333:assumed-role/ci/";

    private final ConcurrentMap<String, String> memory = new ConcurrentHashMap<>();
    private final List<String> written = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "the same session,     arn:aws:sts::111122223333:assumed-role/ci/a, arn:aws:sts::111122223333:assumed-role/ci/a",
        "another session of it, arn:aws:sts::111122223333:assumed-role/ci/a, arn:aws:sts::111122223333:assumed-role/ci/b",
        "a server's own names, unknown,                                     unknown"
    })
    void takesOneRoleFromModulesSideBySide(String what, String first, String second) {
        occupy(first, true);
        occupy(second, true);
        assertEquals(List.of(first, second), written);
    }

    @ParameterizedTest
    @CsvSource({
        "another role,    arn:aws:sts::111122223333:assumed-role/admin/a",
        "another account, arn:aws:sts::444455556666:assumed-role/ci/a"
    })
    void refusesASecondRoleFromModulesSideBySide(String what, String second) {
        occupy(CI + "a", true);

        InvalidConfiguration refused = assertThrows(InvalidConfiguration.class, () -> occupy(second, true));

        assertEquals(
                "exportTo: here holds the credentials of arn:aws:sts::111122223333:assumed-role/ci, and this build has"
                        + " modules side by side: were " + second.substring(0, second.length() - 2)
                        + " put there as well, modules would use each other's role; build without -T, assume one role"
                        + " in all modules, or export to credentialsFile or projectProperties, of which each module has"
                        + " its own",
                refused.getMessage());
        assertEquals(List.of(CI + "a"), written);
    }

    @Test
    void takesOneRoleAfterAnotherInASingleThread() {
        occupy(CI + "a", false);
        occupy("arn:aws:sts::111122223333:assumed-role/admin/a", false);
        assertEquals(2, written.size());
    }

    @Test
    void isAnotherPlaceUnderAnotherName() {
        occupy(CI + "a", true);
        new SharedPlace("there", memory, true)
                .occupy(Sample.of("arn:aws:sts::111122223333:assumed-role/admin/a"), () -> written.add("there"));
        assertEquals(List.of(CI + "a", "there"), written);
    }

    @Test
    void isNotOccupiedByOneWhoFailed() {
        assertThrows(IllegalStateException.class, () -> new SharedPlace("here", memory, true)
                .occupy(Sample.of(CI + "a"), () -> {
                    throw new IllegalStateException("disk full");
                }));
        occupy("arn:aws:sts::111122223333:assumed-role/admin/a", true);
        assertEquals(1, written.size());
    }

    @Test
    void isWrittenToByOneAtATime() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> all = IntStream.range(0, 200)
                    .<Future<?>>mapToObj(i ->
                            threads.submit(() -> new SharedPlace("here", memory, true).occupy(Sample.of(CI + i), () -> {
                                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                Thread.yield();
                                inside.decrementAndGet();
                            })))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, most.get());
    }

    private void occupy(String assumedRoleArn, boolean parallel) {
        new SharedPlace("here", memory, parallel).occupy(Sample.of(assumedRoleArn), () -> written.add(assumedRoleArn));
    }
}
