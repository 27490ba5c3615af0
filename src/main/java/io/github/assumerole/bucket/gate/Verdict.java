package io.github.assumerole.bucket.gate;

/** The verdict of the gate. */
public enum Verdict {
    /** There are no rules, or all of them are skipped. */
    NO_RULES,
    /** Every rule of level ERROR passed. */
    PASSED,
    /** At least one rule of level ERROR failed. */
    FAILED,
    /** No rule of level ERROR failed, but not all could be evaluated. */
    UNKNOWN
}
