package io.github.assumerole.leak;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All files to be scanned, each once, also where one root lies in another. */
final class Roots {
    private final Names names;
    private final Findings findings;

    /** @param findings where everything goes that is found on the way to the files */
    Roots(Names names, Findings findings) {
        this.names = names;
        this.findings = findings;
    }

    List<FoundFile> files(Collection<Path> roots, Collection<Path> excluded) {
        Map<Path, Path> starts = starts(roots);
        Set<Path> leftOut = withoutLinks(excluded);
        List<FoundFile> files = new ArrayList<>();
        starts.forEach((start, root) -> {
            if (starts.keySet().stream().noneMatch(other -> !start.equals(other) && start.startsWith(other))) {
                files.addAll(new Tree(root, start, leftOut, names, findings).files());
            }
        });
        return files;
    }

    /** The roots by what they are when links are followed. */
    private Map<Path, Path> starts(Collection<Path> roots) {
        Map<Path, Path> starts = new LinkedHashMap<>();
        for (Path root : roots) {
            try {
                starts.putIfAbsent(root.toRealPath(), root);
            } catch (NoSuchFileException nothingBuilt) {
                findings.count(Tally.VANISHED);
            } catch (IOException unreadable) {
                findings.unscanned(new Place(root, ""), Unscanned.reason(unreadable));
            }
        }
        return starts;
    }

    private static Set<Path> withoutLinks(Collection<Path> paths) {
        Set<Path> real = new HashSet<>();
        for (Path path : paths) {
            try {
                real.add(path.toRealPath());
            } catch (IOException notThere) {
                real.add(path.toAbsolutePath().normalize());
            }
        }
        return real;
    }
}
