package io.github.assumerole.standin;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The changes to run after a number of calls. */
final class ScheduledChanges {
    private record Change(String operation, AtomicInteger callsLeft, Runnable change) {}

    private final List<Change> changes = new CopyOnWriteArrayList<>();

    void add(String operation, int calls, Runnable change) {
        if (calls < 1) {
            throw new IllegalArgumentException("expected at least one call, not " + calls);
        }
        changes.add(new Change(Operation.requireKnown(operation), new AtomicInteger(calls), change));
    }

    void called(Call call) {
        changes.stream()
                .filter(it -> it.operation().equals(call.operation()))
                .filter(it -> it.callsLeft().decrementAndGet() == 0)
                .forEach(it -> it.change().run());
    }
}
