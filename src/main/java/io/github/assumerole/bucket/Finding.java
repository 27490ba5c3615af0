package io.github.assumerole.bucket;

import io.github.assumerole.text.Printable;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** What a rule found out about one bucket, or about all of them. */
public final class Finding {
    private final String subject;
    private final Mark mark;
    private final Supplier<String> message;
    private final Optional<BucketState> state;
    private final Evidence evidence;
    private final Optional<Doubt> doubt;

    /** Whether a rule holds. */
    public enum Mark {
        HOLDS,
        VIOLATED,
        UNKNOWN
    }

    private Finding(
            String subject,
            Mark mark,
            Supplier<String> message,
            Optional<BucketState> state,
            Evidence evidence,
            Optional<Doubt> doubt) {
        this.subject = Objects.requireNonNull(subject, "subject");
        this.mark = mark;
        this.message = message;
        this.state = Objects.requireNonNull(state, "state");
        this.evidence = Objects.requireNonNull(evidence, "evidence");
        this.doubt = doubt;
    }

    /** @param message made each time that it is read: a million buckets are a million findings, but no text */
    static Finding of(
            Mark mark, String subject, Optional<BucketState> state, Evidence evidence, Supplier<String> message) {
        if (mark == Mark.UNKNOWN) {
            throw new IllegalArgumentException("what is unknown has a doubt");
        }
        return new Finding(subject, mark, message, state, evidence, Optional.empty());
    }

    static Finding holds(String subject, String message, Optional<BucketState> state, Evidence evidence) {
        return of(Mark.HOLDS, subject, state, evidence, () -> message);
    }

    static Finding violated(String subject, String message, Optional<BucketState> state, Evidence evidence) {
        return of(Mark.VIOLATED, subject, state, evidence, () -> message);
    }

    static Finding unknown(String subject, Doubt doubt) {
        return unknown(subject, "could not look", doubt);
    }

    /** @param attempt what did not succeed, such as {@code could not look} */
    static Finding unknown(String subject, String attempt, Doubt doubt) {
        return new Finding(
                subject,
                Mark.UNKNOWN,
                () -> subject + ": " + attempt + ": " + doubt.failure().cameBack(),
                Optional.of(BucketState.UNKNOWN),
                doubt.evidence(),
                Optional.of(doubt));
    }

    /** The same with more to say, if it is a violation. */
    Finding explained(String why) {
        return mark == Mark.VIOLATED
                ? new Finding(subject, mark, () -> message.get() + " - " + why, state, evidence, doubt)
                : this;
    }

    /** The bucket's name as it is, or the pattern or name that the rule looked for. */
    public String subject() {
        return subject;
    }

    /** Whether the rule holds there. */
    public Mark mark() {
        return mark;
    }

    /** A sentence of one line, actual against expected; unprintable characters are made visible. */
    public String message() {
        return Printable.of(message.get());
    }

    /** What the bucket is; empty when the finding is about no single one. */
    public Optional<BucketState> state() {
        return state;
    }

    /** What the finding rests on. */
    public Evidence evidence() {
        return evidence;
    }

    /** Why it is UNKNOWN; there if and only if it is. */
    public Optional<Doubt> doubt() {
        return doubt;
    }

    @Override
    public String toString() {
        return mark + " " + Printable.of(subject) + ": " + message();
    }
}
