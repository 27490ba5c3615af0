package io.github.assumerole.bucket.rule;

import io.github.assumerole.bucket.BucketState;
import io.github.assumerole.bucket.CallEvidence;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.text.Printable;
import java.util.Optional;
import java.util.function.Supplier;

/** The result of a rule for one bucket, or for all of them. */
public final class Finding {
    private final String subject;
    private final Mark mark;
    private final Supplier<String> message;
    private final Optional<BucketState> state;
    private final CallEvidence evidence;
    private final Optional<UnknownReason> reason;

    /** Whether a rule holds. */
    public enum Mark {
        HOLDS,
        VIOLATED,
        UNKNOWN,
        /** The rule does not apply to the bucket because of an exception. */
        EXCEPTED,
        /** What does not apply: an exception that matches no bucket, or the rule to buckets without its tags. */
        NOT_APPLICABLE
    }

    private Finding(
            String subject,
            Mark mark,
            Supplier<String> message,
            Optional<BucketState> state,
            CallEvidence evidence,
            Optional<UnknownReason> reason) {
        this.subject = subject;
        this.mark = mark;
        this.message = message;
        this.state = state;
        this.evidence = evidence;
        this.reason = reason;
    }

    /** @param message built only when it is read, so that a million findings need no text */
    public static Finding of(
            Mark mark, String subject, Optional<BucketState> state, CallEvidence evidence, Supplier<String> message) {
        if (mark == Mark.UNKNOWN) {
            throw new IllegalArgumentException("an unknown finding needs a reason");
        }
        return new Finding(subject, mark, message, state, evidence, Optional.empty());
    }

    static Finding holds(String subject, String message, Optional<BucketState> state, CallEvidence evidence) {
        return of(Mark.HOLDS, subject, state, evidence, () -> message);
    }

    static Finding violated(String subject, String message, Optional<BucketState> state, CallEvidence evidence) {
        return of(Mark.VIOLATED, subject, state, evidence, () -> message);
    }

    static Finding unknown(String subject, UnknownReason reason) {
        return unknown(subject, "lookup failed", reason);
    }

    /** @param attempt what failed, such as {@code lookup failed} */
    static Finding unknown(String subject, String attempt, UnknownReason reason) {
        return new Finding(
                subject,
                Mark.UNKNOWN,
                () -> subject + ": " + attempt + ": " + reason.failure().cameBack(),
                Optional.of(BucketState.UNKNOWN),
                reason.evidence(),
                Optional.of(reason));
    }

    /** With the reason appended if it is a violation. */
    Finding explained(String why) {
        return mark == Mark.VIOLATED
                ? new Finding(subject, mark, () -> message.get() + " - " + why, state, evidence, reason)
                : this;
    }

    /** The bucket's name, or the pattern or name of the rule. */
    public String subject() {
        return subject;
    }

    /** Whether the rule holds. */
    public Mark mark() {
        return mark;
    }

    /** The actual and the expected value in one line; unprintable characters are escaped. */
    public String message() {
        return Printable.of(message.get());
    }

    /** The state of the bucket; empty if the finding does not concern a single bucket. */
    public Optional<BucketState> state() {
        return state;
    }

    /** The call that the finding comes from. */
    public CallEvidence evidence() {
        return evidence;
    }

    /** Why it is UNKNOWN; present if and only if it is. */
    public Optional<UnknownReason> reason() {
        return reason;
    }

    @Override
    public String toString() {
        return mark + " " + Printable.of(subject) + ": " + message();
    }
}
