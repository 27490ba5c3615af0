package io.github.assumerole.leak;

/** What may still come out of a file: bytes, and complaints. */
final class Budget {
    /** Whoever reads more than these no longer needs more. */
    private static final int COMPLAINTS = 1000;

    private final long granted;
    private long spent;
    private int complaints;

    Budget(long granted) {
        this.granted = granted;
    }

    void spend(int bytes) throws GaveUp {
        spent += bytes;
        if (spent > granted) {
            throw new GaveUp("more than " + granted + " bytes come out of it");
        }
    }

    void complain() throws GaveUp {
        complaints++;
        if (complaints > COMPLAINTS) {
            throw new GaveUp("more than " + COMPLAINTS + " entries in it cannot be read");
        }
    }
}
