package io.github.assumerole.bucket.file;

import io.github.assumerole.bucket.DetailedRule;
import io.github.assumerole.role.Validation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file whose root is the {@code <bucketRules>} of a POM, so that rules are copied between the two as they are.
 * Refused are attributes and a DOCTYPE; variables are not resolved.
 */
public final class RulesFile {
    /** Room for some 40,000 rules. */
    private static final int MAX_BYTES = 16 << 20;

    private static final String PARAMETER = "rulesFile";

    private RulesFile() {}

    /**
     * The rules of a file, in its order.
     *
     * @param file of XML, and of 16 MiB at most
     * @param validation is told all that is wrong, with the file and with each value in it
     */
    public static List<DetailedRule> read(Path file, Validation validation) {
        return bytes(file, validation).stream()
                .flatMap(xml -> RulesXml.read(xml, problem -> validation.refuse(PARAMETER, file + problem)).stream())
                .map(rule -> rule.draft().toRule(validation, PARAMETER + " " + file + ", line " + rule.line()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<byte[]> bytes(Path file, Validation validation) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length <= MAX_BYTES) {
                return Optional.of(bytes);
            }
            validation.refuse(PARAMETER, file + " is larger than 16 MiB");
        } catch (NoSuchFileException missing) {
            validation.refuse(PARAMETER, file + " does not exist");
        } catch (IOException failure) {
            validation.refuse(PARAMETER, file + " cannot be read: " + failure);
        }
        return Optional.empty();
    }
}
