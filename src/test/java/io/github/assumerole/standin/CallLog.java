package io.github.assumerole.standin;

import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Keeps calls in order of arrival, even if parallel ones finish in another order, and notifies a listener. */
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
