package io.github.assumerole.role;

import java.util.List;

/** A call failed: what was tried, what came back, what to do. */
public final class AwsAccessException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String attempted;
    private final String cameBack;
    private final transient List<String> advice;
    private final boolean isTransient;

    /**
     * @param attempted what was tried, as in "Cannot assume arn:aws:iam::111122223333:role/ci"
     * @param cameBack what came back, as a sentence or more
     * @param advice what to try, the likeliest cure first
     * @param isTransient whether the same call can succeed later, as after a timeout; never of a denial
     */
    public AwsAccessException(
            String attempted, String cameBack, List<String> advice, boolean isTransient, Throwable cause) {
        super(text(attempted, cameBack, advice), cause);
        this.attempted = attempted;
        this.cameBack = cameBack;
        this.advice = List.copyOf(advice);
        this.isTransient = isTransient;
    }

    /** A permanent failure with a cause. */
    public AwsAccessException(String attempted, String cameBack, List<String> advice, Throwable cause) {
        this(attempted, cameBack, advice, false, cause);
    }

    /** A permanent failure. */
    public AwsAccessException(String attempted, String cameBack, List<String> advice) {
        this(attempted, cameBack, advice, false, null);
    }

    /** The same failure with the step of a larger operation in front. */
    AwsAccessException during(String step) {
        return new AwsAccessException(step + ": " + attempted, cameBack, advice, isTransient, getCause());
    }

    /** The same failure with other advice. */
    public AwsAccessException withAdvice(List<String> other) {
        return new AwsAccessException(attempted, cameBack, other, isTransient, getCause());
    }

    public String attempted() {
        return attempted;
    }

    public String cameBack() {
        return cameBack;
    }

    public List<String> advice() {
        return advice;
    }

    /** Whether the same call can succeed later, so that this failure must not be cached. */
    public boolean isTransient() {
        return isTransient;
    }

    private static String text(String attempted, String cameBack, List<String> advice) {
        StringBuilder text = new StringBuilder(attempted).append(": ").append(cameBack);
        if (!advice.isEmpty()) {
            text.append("\nWhat to try:");
            advice.forEach(line -> text.append("\n  - ").append(line));
        }
        return text.toString();
    }
}
