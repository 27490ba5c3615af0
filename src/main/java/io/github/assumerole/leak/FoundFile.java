package io.github.assumerole.leak;

import java.nio.file.Path;

/** A file that is to be scanned, and its size in bytes when it was found. */
record FoundFile(Place place, Path path, long size) {}
