package io.github.assumerole.leak;

import java.nio.file.Path;

/**
 * A file or an archive entry. Known secrets in its name are masked, and unprintable characters are escaped.
 *
 * @param root the scanned directory or file, as the caller named it
 * @param path from there, with slashes, and with {@code !/} before what is in an archive, as in
 *     {@code app.war!/WEB-INF/lib/x.jar!/x.properties}; empty when it is the root itself
 */
public record ScanLocation(Path root, String path) implements Comparable<ScanLocation> {
    private static final String INSIDE = "!/";

    ScanLocation entry(String name) {
        return new ScanLocation(root, path + INSIDE + name);
    }

    @Override
    public int compareTo(ScanLocation other) {
        int byRoot = root.toString().compareTo(other.root.toString());
        return byRoot != 0 ? byRoot : path.compareTo(other.path);
    }

    /** The path with the root before it. */
    @Override
    public String toString() {
        return path.isEmpty() || path.startsWith(INSIDE) ? root + path : root + "/" + path;
    }
}
