package io.github.assumerole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All compiled classes of the plugin, with nested and anonymous ones. */
final class CompiledTypes {
    private static final Path CLASSES = Path.of(System.getProperty("basedir", ""), "target/classes");
    private static final String SUFFIX = ".class";

    private CompiledTypes() {}

    static List<Class<?>> all() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES.resolve("io/github/assumerole"))) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(file -> file.endsWith(SUFFIX))
                    .<Class<?>>map(file -> load(file.substring(0, file.length() - SUFFIX.length())))
                    .toList();
        }
    }

    private static Class<?> load(String path) {
        try {
            return Class.forName(
                    path.replace('/', '.').replace('\\', '.'), false, CompiledTypes.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
