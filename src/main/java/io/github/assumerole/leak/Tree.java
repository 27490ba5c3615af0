package io.github.assumerole.leak;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds the files below a root, and secrets in the names there. Follows no link, but for the root itself. */
final class Tree implements FileVisitor<Path> {
    private final Path root;
    private final Path start;
    private final Collection<Path> excluded;
    private final Names names;
    private final Findings findings;
    private final List<FoundFile> files = new ArrayList<>();

    /**
     * @param root as the caller named it
     * @param start the same without links
     * @param excluded files and directories to leave out, without links
     */
    Tree(Path root, Path start, Collection<Path> excluded, Names names, Findings findings) {
        this.root = root;
        this.start = start;
        this.excluded = excluded;
        this.names = names;
        this.findings = findings;
    }

    List<FoundFile> files() {
        try {
            Files.walkFileTree(start, this);
        } catch (IOException failure) {
            missed(start, failure);
        }
        return files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        if (isExcluded(directory)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        place(directory);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!isExcluded(file)) {
            Place place = place(file);
            if (attributes.isRegularFile()) {
                files.add(new FoundFile(place, file, attributes.size()));
            } else {
                findings.count(Tally.SKIPPED);
            }
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        if (!isExcluded(file)) {
            missed(file, failure);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException failure) {
        if (failure != null) {
            missed(directory, failure);
        }
        return FileVisitResult.CONTINUE;
    }

    private void missed(Path path, IOException failure) {
        if (failure instanceof NoSuchFileException) {
            findings.count(Tally.VANISHED);
        } else {
            findings.unscanned(place(path), Unscanned.reason(failure));
        }
    }

    private boolean isExcluded(Path path) {
        boolean is = excluded.contains(path);
        if (is) {
            findings.count(Tally.EXCLUDED);
        }
        return is;
    }

    /** Each name is read once, here: that of a directory not again for each file in it. */
    private Place place(Path path) {
        String separator = path.getFileSystem().getSeparator();
        Name name = names.read(start.relativize(path).toString().replace(separator, "/"));
        Place place = new Place(root, name.shown());
        findings.leaked(place, true, name.sightings());
        return place;
    }
}
