package io.github.assumerole.standin;

import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps calls in order of arrival, though parallel ones may finish in another order. */
final class CallLog {
    private final AtomicLong arrivals = new AtomicLong();
    private final ConcurrentNavigableMap<Long, Call> calls = new ConcurrentSkipListMap<>();

    long arrive() {
        return arrivals.incrementAndGet();
    }

    void record(long arrival, Call call) {
        calls.put(arrival, call);
    }

    List<Call> all() {
        return List.copyOf(calls.values());
    }
}
