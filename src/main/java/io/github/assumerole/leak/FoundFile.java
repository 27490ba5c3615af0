package io.github.assumerole.leak;

import java.nio.file.Path;

/** A file to scan, and its size in bytes when it was found. */
record FoundFile(ScanLocation location, Path path, long size) {}
