package io.github.assumerole.goal.config;

import io.github.assumerole.text.ConfigurationProblems;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The path of a file that a parameter names. */
public final class ParameterPath {
    private ParameterPath() {}

    /**
     * Empty when none is named, or when this machine can have no such file: its name has a character that the encoding
     * of file names lacks.
     */
    public static Optional<Path> read(ConfigurationProblems problems, String parameter, File file) {
        try {
            return Optional.ofNullable(file).map(File::toPath);
        } catch (InvalidPathException impossible) {
            problems.add(
                    parameter,
                    "'" + file + "' can be no file on this machine: " + impossible.getReason()
                            + "; name another, or check the locale that Maven runs in (LANG)");
            return Optional.empty();
        }
    }
}
