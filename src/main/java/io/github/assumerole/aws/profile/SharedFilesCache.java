package io.github.assumerole.aws.profile;

import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.util.Optional;

/** The shared config and credentials files of a build, which are read again only after a change. */
public final class SharedFilesCache {
    private Optional<Cached> last = Optional.empty();

    private record Cached(Object version, SharedFiles files) {}

    /**
     * The files as they are now.
     *
     * @throws InvalidConfigurationException if one of them is invalid
     */
    public synchronized SharedFiles read() {
        Object version = SharedFiles.version();
        Cached current = last.filter(cached -> cached.version().equals(version))
                .orElseGet(() -> new Cached(version, SharedFiles.read()));
        last = Optional.of(current);
        return current.files();
    }

    /** Adds the problems of the files. Every client of the SDK needs them, whatever the credentials are. */
    public void check(ConfigurationProblems problems) {
        try {
            read();
        } catch (InvalidConfigurationException invalid) {
            problems.addAll(invalid);
        }
    }
}
