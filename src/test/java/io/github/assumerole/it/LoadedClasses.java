package io.github.assumerole.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The classes that a build loaded, of the JVM's option {@code -Xlog:class+load:file=}. Their number is the same on each
 * machine, fast or slow, and what a build costs grows with it: a class is read, verified, linked and compiled anew in
 * each build. The classes of lambdas count as well.
 */
public final class LoadedClasses {
    private static final Pattern LOADED = Pattern.compile("\\] ([\\w.$/+-]+) source: ");

    private final List<String> names;

    private LoadedClasses(List<String> names) {
        this.names = names;
    }

    public static LoadedClasses of(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return new LoadedClasses(lines.map(LOADED::matcher)
                    .filter(Matcher::find)
                    .map(line -> line.group(1))
                    .toList());
        }
    }

    /** Fails if the build loaded more classes whose names begin with one of the prefixes, or none. */
    public void atMost(int bound, String... prefixes) {
        long loaded = names.stream()
                .filter(name -> Stream.of(prefixes).anyMatch(name::startsWith))
                .count();
        if (loaded == 0 || loaded > bound) {
            throw new AssertionError(
                    "the build loaded " + loaded + " classes of " + List.of(prefixes) + ", expected 1 to " + bound);
        }
    }
}
