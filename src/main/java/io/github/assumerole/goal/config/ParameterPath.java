package io.github.assumerole.goal.config;

import io.github.assumerole.text.ConfigurationProblems;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Path that a parameter names. */
public final class ParameterPath {
    private ParameterPath() {}

    /**
     * Empty if the parameter is not set, if it contains an undefined variable, or if its value is not a valid file
     * name, for example because the encoding of file names lacks a character.
     */
    public static Optional<Path> read(ConfigurationProblems problems, String parameter, Optional<File> file) {
        return problems.optional(parameter, file.map(File::getPath), text -> path(file.orElseThrow()));
    }

    private static Path path(File file) {
        try {
            return file.toPath();
        } catch (InvalidPathException invalid) {
            throw new IllegalArgumentException(
                    "'" + file + "' is not a valid file name on this machine: " + invalid.getReason()
                            + "; set another name, or check the locale that Maven runs in (LANG)",
                    invalid);
        }
    }
}
