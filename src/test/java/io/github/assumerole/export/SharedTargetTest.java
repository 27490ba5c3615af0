package io.github.assumerole.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.text.InvalidConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SharedTargetTest {
    private static final String CI = "arn:aws:sts::111122223333:assumed-role/ci/";

    private final ConcurrentMap<String, Supplier<String>> shared = new ConcurrentHashMap<>();
    private final List<String> written = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "the same session,     arn:aws:sts::111122223333:assumed-role/ci/a, arn:aws:sts::111122223333:assumed-role/ci/a",
        "another session of it, arn:aws:sts::111122223333:assumed-role/ci/a, arn:aws:sts::111122223333:assumed-role/ci/b",
        "an unknown ARN,        unknown,                                     unknown"
    })
    void acceptsOneRoleInAParallelBuild(String what, String first, String second) {
        export(first, true);
        export(second, true);
        assertEquals(List.of(first, second), written);
    }

    @ParameterizedTest
    @CsvSource({
        "another role,    arn:aws:sts::111122223333:assumed-role/admin/a",
        "another account, arn:aws:sts::444455556666:assumed-role/ci/a"
    })
    void rejectsASecondRoleInAParallelBuild(String what, String second) {
        export(CI + "a", true);

        InvalidConfigurationException failure =
                assertThrows(InvalidConfigurationException.class, () -> export(second, true));

        assertEquals(
                "exportTo: here already contains the credentials of arn:aws:sts::111122223333:assumed-role/ci, and this"
                        + " parallel build would replace them with those of "
                        + second.substring(0, second.length() - 2)
                        + " while other modules use them; build without -T, assume the same role in all modules, or"
                        + " export to credentialsFile or projectProperties, which are separate for each module",
                failure.getMessage());
        assertEquals(List.of(CI + "a"), written);
    }

    @Test
    void acceptsOneRoleAfterAnotherInASequentialBuild() {
        export(CI + "a", false);
        export("arn:aws:sts::111122223333:assumed-role/admin/a", false);
        assertEquals(2, written.size());
    }

    @Test
    void separatesTargetsByName() {
        export(CI + "a", true);
        new SharedTarget("there", shared, true)
                .export(Sample.of("arn:aws:sts::111122223333:assumed-role/admin/a"), () -> written.add("there"));
        assertEquals(List.of(CI + "a", "there"), written);
    }

    @Test
    void ignoresAFailedExport() {
        assertThrows(IllegalStateException.class, () -> new SharedTarget("here", shared, true)
                .export(Sample.of(CI + "a"), () -> {
                    throw new IllegalStateException("disk full");
                }));
        export("arn:aws:sts::111122223333:assumed-role/admin/a", true);
        assertEquals(1, written.size());
    }

    @Test
    void runsOneExportAtATime() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        IntStream.range(0, 200).parallel().forEach(i -> new SharedTarget("here", shared, true)
                .export(Sample.of(CI + i), () -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    Thread.yield();
                    running.decrementAndGet();
                }));
        assertEquals(1, most.get());
    }

    private void export(String assumedRoleArn, boolean parallel) {
        new SharedTarget("here", shared, parallel).export(Sample.of(assumedRoleArn), () -> written.add(assumedRoleArn));
    }
}
