package io.github.assumerole.aws;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.github.assumerole.standin.Call;
import java.util.Collections;
import java.util.List;

/** Counts the attempts of a call. */
final class Attempts {
    private Attempts() {}

    /** The maximum number of identical calls. */
    static long in(List<Call> calls) {
        return Collections.max(
                calls.stream().collect(groupingBy(Call::parameters, counting())).values());
    }
}
