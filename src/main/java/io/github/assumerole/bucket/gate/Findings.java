package io.github.assumerole.bucket.gate;

import io.github.assumerole.bucket.rule.Finding;
import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The findings of a rule in the order of the buckets. A few are kept; more are evaluated again whenever they are read,
 * so that a million need no memory.
 */
final class Findings extends AbstractCollection<Finding> {
    private static final int MAX_KEPT = 1000;

    private final Supplier<Stream<Finding>> evaluation;
    private final int size;

    private Findings(Supplier<Stream<Finding>> evaluation, int size) {
        this.evaluation = evaluation;
        this.size = size;
    }

    /** @param evaluation returns the same findings each time */
    static Findings of(Supplier<Stream<Finding>> evaluation) {
        List<Finding> first = evaluation.get().limit(MAX_KEPT + 1L).toList();
        return first.size() <= MAX_KEPT
                ? new Findings(first::stream, first.size())
                : new Findings(evaluation, Math.toIntExact(evaluation.get().count()));
    }

    @Override
    public Stream<Finding> stream() {
        return evaluation.get();
    }

    @Override
    public Iterator<Finding> iterator() {
        return stream().iterator();
    }

    @Override
    public Spliterator<Finding> spliterator() {
        return stream().spliterator();
    }

    @Override
    public int size() {
        return size;
    }
}
