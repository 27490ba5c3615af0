package io.github.assumerole.leak;

/**
 * How far the scan follows archives into archives. What lies beyond is told as not scanned.
 *
 * @param depth how many archives may lie in one another, 0 or more; a file {@code .tgz} counts as two. With 0, no
 *     archive is opened
 * @param inflated how many bytes may come out of a single file, at whatever depth, 0 or more
 * @param ratio how many bytes may come out of each byte of a file, 1 or more; counts only from {@link #ALWAYS_INFLATED}
 *     on
 */
public record Limits(int depth, long inflated, int ratio) {
    /** What any file may inflate to, however small it is, if {@code inflated} allows it: 512 MiB. */
    public static final long ALWAYS_INFLATED = 512L << 20;

    /** 10 deep, 16 GiB, 100 to 1. */
    public static final Limits DEFAULT = new Limits(10, 16L << 30, 100);

    /** @throws IllegalArgumentException when one of them is too small */
    public Limits {
        require("depth", depth, 0);
        require("inflated", inflated, 0);
        require("ratio", ratio, 1);
    }

    private static void require(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is " + value + ", expected " + least + " or more");
        }
    }

    /** What may come out of a file of {@code size} bytes. */
    Budget budget(long size) {
        long byRatio = size > Long.MAX_VALUE / ratio ? Long.MAX_VALUE : size * ratio;
        return new Budget(Math.min(inflated, Math.max(ALWAYS_INFLATED, byRatio)));
    }
}
