package io.github.assumerole.oidc;

import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.IdentityToken;
import io.github.assumerole.role.Secret;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A token in a file, which for example Kubernetes renews.
 *
 * @param setting the parameter, variable or line that names the file
 */
record TokenFile(Path file, String setting) implements IdentityToken {
    private static final int MAX_BYTES = 1 << 20;

    @Override
    public Secret fetch() {
        String attempt = "Cannot read " + source();
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new AwsAccessException(attempt, "the file is larger than 1 MiB.", List.of("check " + setting));
            }
            return TokenText.require(Files.readString(file), "the file", attempt);
        } catch (IOException unreadable) {
            throw new AwsAccessException(
                    attempt,
                    reason(unreadable) + ".",
                    List.of("check " + setting + ", and that the file is written before this goal runs"));
        }
    }

    private String reason(IOException unreadable) {
        if (unreadable instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (unreadable instanceof AccessDeniedException) {
            return "this user cannot read the file";
        }
        if (unreadable instanceof CharacterCodingException) {
            return "the file is not text";
        }
        return Files.isDirectory(file) ? "it is a directory" : "the file cannot be read";
    }

    @Override
    public String source() {
        return "the web identity token file " + file;
    }
}
