package io.github.assumerole.manual;

import java.util.List;

/** The phases of Maven, those of each lifecycle in their order. */
record Phases(List<List<String>> lifecycles) {
    List<String> all() {
        return lifecycles.stream().flatMap(List::stream).toList();
    }

    /**
     * The phases that Maven runs for one of them.
     *
     * @throws IllegalArgumentException if there is no such phase
     */
    List<String> upTo(String phase) {
        return lifecycles.stream()
                .filter(lifecycle -> lifecycle.contains(phase))
                .map(lifecycle -> lifecycle.subList(0, lifecycle.indexOf(phase) + 1))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("'" + phase + "' is neither a goal nor a phase of Maven"));
    }
}
