package io.github.assumerole.leak;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where something is: a file, or an entry of an archive. What shows a known secret in its name is masked, and what is
 * not printable is made visible.
 *
 * @param root the directory, or file, that was to be scanned, as the caller named it
 * @param path from there, with slashes, and with {@code !/} before what is in an archive, as in
 *     {@code app.war!/WEB-INF/lib/x.jar!/x.properties}; empty when it is the root itself
 */
public record Place(Path root, String path) implements Comparable<Place> {
    private static final String INSIDE = "!/";

    public Place {
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(path, "path");
    }

    Place entry(String name) {
        return new Place(root, path + INSIDE + name);
    }

    @Override
    public int compareTo(Place other) {
        int byRoot = root.toString().compareTo(other.root.toString());
        return byRoot != 0 ? byRoot : path.compareTo(other.path);
    }

    /** The path with the root before it. */
    @Override
    public String toString() {
        return path.isEmpty() || path.startsWith(INSIDE) ? root + path : root + "/" + path;
    }
}
