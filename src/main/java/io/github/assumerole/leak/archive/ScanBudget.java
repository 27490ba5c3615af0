package io.github.assumerole.leak.archive;

/** How many bytes a file can still inflate to, and how many unreadable entries it can still have. */
public final class ScanBudget {
    private static final int MAX_UNREADABLE = 1000;

    private final long granted;
    private long spent;
    private int unreadable;

    public ScanBudget(long granted) {
        this.granted = granted;
    }

    public void spend(int bytes) throws ScanLimitExceededException {
        spent += bytes;
        if (spent > granted) {
            throw new ScanLimitExceededException("it inflates to more than " + granted + " bytes");
        }
    }

    public void countUnreadable() throws ScanLimitExceededException {
        unreadable++;
        if (unreadable > MAX_UNREADABLE) {
            throw new ScanLimitExceededException("more than " + MAX_UNREADABLE + " entries cannot be read");
        }
    }
}
