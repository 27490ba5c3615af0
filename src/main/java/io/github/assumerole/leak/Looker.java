package io.github.assumerole.leak;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.Inflater;

/**
 * Looks through one stream at a time and, by a looker of its own, through each entry of what it contains. Not for
 * several threads at once.
 */
final class Looker implements Contents, AutoCloseable {
    private final Needles needles;
    private final Limits limits;
    private final Findings findings;
    private final int depth;

    private final Names names;
    private final Search search;
    private final Source source = new Source();
    private final Inflater inflater = new Inflater(true);
    private Looker inner;

    private Place place;
    private Budget budget;

    /** @param findings where everything goes that is found */
    Looker(Needles needles, Limits limits, Findings findings) {
        this(needles, limits, findings, 0);
    }

    private Looker(Needles needles, Limits limits, Findings findings, int depth) {
        this.needles = needles;
        this.limits = limits;
        this.findings = findings;
        this.depth = depth;
        this.names = new Names(needles);
        this.search = new Search(needles);
    }

    /**
     * Looks through a stream to its end.
     *
     * @throws IOException when not all of it could be read; what was read was searched all the same
     */
    void look(Place place, InputStream in, Budget budget) throws IOException {
        this.place = place;
        this.budget = budget;
        source.open(in);
        try {
            Optional<String> packing = Opaque.packing(source);
            if (packing.isPresent()) {
                forgo(place, "it is packed as " + packing.get() + ", which is not unpacked here");
            }
            new Gzip(source, this).walk();
            new Tar(source, this).walk();
            new Zip(source, this).walk();
        } finally {
            own(source.inView());
            findings.leaked(place, false, search.take());
        }
    }

    @Override
    public void own(int count) {
        search.look(source.position(), source.buffer(), source.at(), count);
        source.skip(count);
        findings.count(Tally.bytes(count));
    }

    @Override
    public void stored(String name, long length) throws GaveUp {
        enter(name, new Slice(source, length));
    }

    @Override
    public void deflated(String name, Inflated.Trailer trailer) throws GaveUp {
        enter(name, new Inflated(source, inflater, budget, trailer));
    }

    @Override
    public void unreadable(String name, String reason) throws GaveUp {
        forgo(found(name), reason);
    }

    private void enter(String name, InputStream content) throws GaveUp {
        Place entry = found(name);
        if (depth == limits.depth()) {
            forgo(place, "archives within archives are opened only up to " + depth + " deep");
            return;
        }
        if (inner == null) {
            inner = new Looker(needles, limits, findings, depth + 1);
        }
        try {
            inner.look(entry, content, budget);
        } catch (GaveUp tooMuch) {
            throw tooMuch;
        } catch (IOException broken) {
            forgo(entry, Unscanned.reason(broken));
        }
    }

    private Place found(String name) {
        Name read = names.read(name);
        Place entry = place.entry(read.shown());
        findings.count(Tally.ENTRY);
        findings.leaked(entry, true, read.sightings());
        return entry;
    }

    private void forgo(Place unscanned, String reason) throws GaveUp {
        if (findings.unscanned(unscanned, reason)) {
            budget.complain();
        }
    }

    @Override
    public void close() {
        inflater.end();
        if (inner != null) {
            inner.close();
        }
    }
}
