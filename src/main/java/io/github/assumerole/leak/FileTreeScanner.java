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

/** Finds the files below a root, and secrets in their names. Follows no links except for the root itself. */
final class FileTreeScanner implements FileVisitor<Path> {
    private final Path root;
    private final Path start;
    private final Collection<Path> excluded;
    private final NameScanner names;
    private final Findings findings;
    private final List<FoundFile> files = new ArrayList<>();

    /**
     * @param root as the caller named it
     * @param start its real path
     * @param excluded real paths of files and directories to exclude
     */
    FileTreeScanner(Path root, Path start, Collection<Path> excluded, NameScanner names, Findings findings) {
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
        location(directory);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!isExcluded(file)) {
            ScanLocation location = location(file);
            if (attributes.isRegularFile()) {
                files.add(new FoundFile(location, file, attributes.size()));
            } else {
                findings.count(ScanStatistics.SKIPPED);
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
            findings.count(ScanStatistics.VANISHED);
        } else {
            findings.unscanned(location(path), Unscanned.reason(failure));
        }
    }

    private boolean isExcluded(Path path) {
        boolean is = excluded.contains(path);
        if (is) {
            findings.count(ScanStatistics.EXCLUDED);
        }
        return is;
    }

    /** Scans each name once: that of a directory not again for each file in it, and of a root only that of a file. */
    private ScanLocation location(Path path) {
        boolean isSingleFile = path.equals(start) && !Files.isDirectory(path) && root.getParent() != null;
        Path from = isSingleFile ? root.getParent() : root;
        Path relative = isSingleFile ? root.getFileName() : start.relativize(path);
        String separator = path.getFileSystem().getSeparator();
        ScannedName name = names.read(relative.toString().replace(separator, "/"));
        ScanLocation location = new ScanLocation(from, name.shown());
        findings.leaked(location, true, name.matches());
        return location;
    }
}
