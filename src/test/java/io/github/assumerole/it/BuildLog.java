package io.github.assumerole.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Predicate;

/** The log of a build. */
public sealed class BuildLog permits Scenario {
    private final List<String> lines;

    BuildLog(File basedir) throws IOException {
        lines = Files.readAllLines(basedir.toPath().resolve("build.log"));
    }

    /** Fails unless some line contains the text. */
    public void shows(String text) {
        if (lines.stream().noneMatch(line -> line.contains(text))) {
            throw new AssertionError("the log does not show: " + text);
        }
    }

    /** Fails unless exactly this number of lines contain the text. */
    public void shows(String text, int times) {
        long lines = this.lines.stream().filter(line -> line.contains(text)).count();
        if (lines != times) {
            throw new AssertionError("the log shows " + lines + " times, expected " + times + ": " + text);
        }
    }

    /** Fails if any line contains the text. */
    public void doesNotShow(String text) {
        lines.stream().filter(line -> line.contains(text)).findAny().ifPresent(line -> {
            throw new AssertionError("the log shows " + text + ": " + line);
        });
    }

    /** Fails if a line contains a secret, without showing either. */
    void containsNo(Predicate<String> secret) {
        if (lines.stream().anyMatch(secret)) {
            throw new AssertionError("the log contains a secret");
        }
    }
}
