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

/** Collects all files to scan, each once, also when one root is in another. */
record FileCollector(NameScanner names, Findings findings) {

    List<FoundFile> files(Collection<Path> roots, Collection<Path> excluded) {
        Map<Path, Path> starts = starts(roots);
        Set<Path> excludedPaths = withoutLinks(excluded);
        List<FoundFile> files = new ArrayList<>();
        starts.forEach((start, root) -> {
            if (starts.keySet().stream().noneMatch(other -> !start.equals(other) && start.startsWith(other))) {
                files.addAll(new FileTreeScanner(root, start, excludedPaths, names, findings).files());
            }
        });
        return files;
    }

    /** The roots by their real paths. */
    private Map<Path, Path> starts(Collection<Path> roots) {
        Map<Path, Path> starts = new LinkedHashMap<>();
        for (Path root : roots) {
            try {
                starts.putIfAbsent(root.toRealPath(), root);
            } catch (NoSuchFileException deleted) {
                findings.count(ScanStatistics.VANISHED);
            } catch (IOException unreadable) {
                findings.unscanned(new ScanLocation(root, ""), Unscanned.reason(unreadable));
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
