package io.github.assumerole.bucket;

/** What the gate says. */
public enum Verdict {
    /** Nothing was demanded: there are no rules, or each of them is skipped. */
    NO_RULES,
    /** Every rule holds that the gate rests on. */
    PASSED,
    /** One does not hold at least. */
    FAILED,
    /** None is known not to hold, but not all could be checked. */
    UNKNOWN
}
