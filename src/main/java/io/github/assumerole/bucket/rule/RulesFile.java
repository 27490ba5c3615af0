package io.github.assumerole.bucket.rule;

import io.github.assumerole.text.ConfigurationProblems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A rules file: XML whose root element is the {@code <bucketRules>} of a POM, so that rules can be copied between the
 * two. Attributes and a DOCTYPE are rejected; properties are not interpolated.
 */
public final class RulesFile {
    /** Enough for some 40,000 rules. */
    private static final int MAX_BYTES = 16 << 20;

    private static final String PARAMETER = "rulesFile";

    private RulesFile() {}

    /**
     * Reads the rules of a file, in its order.
     *
     * @param file XML of at most 16 MiB
     * @param problems collects all problems of the file and of the values in it
     */
    public static List<BucketSettingsRule> read(Path file, ConfigurationProblems problems) {
        String parameter = PARAMETER + " " + file;
        return bytes(file, problems)
                .flatMap(xml -> RulesFileReader.read(xml, parameter, problems))
                .map(bucketRules -> RulesReader.read(bucketRules, parameter, problems))
                .orElse(List.of());
    }

    private static Optional<byte[]> bytes(Path file, ConfigurationProblems problems) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length <= MAX_BYTES) {
                return Optional.of(bytes);
            }
            problems.add(PARAMETER, file + " is larger than 16 MiB");
        } catch (NoSuchFileException missing) {
            problems.add(
                    PARAMETER,
                    file + " does not exist; correct the path, or write the file with mvn assume-role:init-rules");
        } catch (IOException failure) {
            problems.add(PARAMETER, file + " cannot be read: " + failure);
        }
        return Optional.empty();
    }
}
