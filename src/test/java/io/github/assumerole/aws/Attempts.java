package io.github.assumerole.aws;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.github.assumerole.standin.Call;
import java.util.Collections;
import java.util.List;

/** Tells a call that was repeated from one that was followed by another. */
final class Attempts {
    private Attempts() {}

    /** How often the very same was asked at most. */
    static long in(List<Call> calls) {
        return Collections.max(
                calls.stream().collect(groupingBy(Call::parameters, counting())).values());
    }
}
