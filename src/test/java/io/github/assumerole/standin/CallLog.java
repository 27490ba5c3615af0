package io.github.assumerole.standin;

import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Keeps calls in order of arrival, though parallel ones may finish in another order, and passes on that they came. */
final class CallLog {
    private final AtomicLong arrivals = new AtomicLong();
    private final ConcurrentNavigableMap<Long, Call> calls = new ConcurrentSkipListMap<>();
    private final Consumer<Call> listener;

    CallLog(Consumer<Call> listener) {
        this.listener = listener;
    }

    long arrive() {
        return arrivals.incrementAndGet();
    }

    void record(long arrival, Call call) {
        calls.put(arrival, call);
        listener.accept(call);
    }

    List<Call> all() {
        return List.copyOf(calls.values());
    }
}
