package io.github.assumerole.leak;

import io.github.assumerole.leak.archive.ScanBudget;

/**
 * Limits of opening archives in archives. What exceeds them is reported as not scanned.
 *
 * @param depth how many archives can be nested, 0 or more; a {@code .tgz} file counts as two. With 0, no archive is
 *     opened
 * @param inflated how many bytes a single file can inflate to, at all depths together, 0 or more
 * @param ratio how many bytes each byte of a file can inflate to, 1 or more; counts only from {@link #ALWAYS_INFLATED}
 *     on
 */
public record ScanLimits(int depth, long inflated, int ratio) {
    /** Any file, however small, can inflate to this size if {@code inflated} allows it: 512 MiB. */
    public static final long ALWAYS_INFLATED = 512L << 20;

    /** 10 deep, 16 GiB, 100 to 1. */
    public static final ScanLimits DEFAULT = new ScanLimits(10, 16L << 30, 100);

    /** The budget of a file of {@code size} bytes. */
    ScanBudget budget(long size) {
        long byRatio = size > Long.MAX_VALUE / ratio ? Long.MAX_VALUE : size * ratio;
        return new ScanBudget(Math.min(inflated, Math.max(ALWAYS_INFLATED, byRatio)));
    }
}
