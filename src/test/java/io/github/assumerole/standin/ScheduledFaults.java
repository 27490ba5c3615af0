package io.github.assumerole.standin;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** The faults of the next calls. */
final class ScheduledFaults {
    private final Map<String, Queue<Fault>> next = new HashMap<>();
    private final Map<String, Fault> always = new HashMap<>();

    synchronized void add(String operation, List<Fault> faults) {
        next.computeIfAbsent(Operation.requireKnown(operation), key -> new ArrayDeque<>())
                .addAll(faults);
    }

    synchronized void set(String operation, Fault fault) {
        always.put(Operation.requireKnown(operation), fault);
    }

    synchronized Optional<Fault> next(String operation) {
        return Optional.ofNullable(next.get(operation))
                .map(Queue::poll)
                .or(() -> Optional.ofNullable(always.get(operation)));
    }
}
