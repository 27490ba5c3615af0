package io.github.assumerole.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** A script or style to include in a page, and its hash for the Content-Security-Policy of the page. */
record InlineResource(String text) {
    /** @param name of a file in the package of this class */
    static InlineResource load(String name) {
        try (InputStream file = Objects.requireNonNull(InlineResource.class.getResourceAsStream(name), name)) {
            return of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Browsers normalize line breaks before they hash, and git may check out others. */
    static InlineResource of(String text) {
        return new InlineResource(text.replace("\r\n", "\n"));
    }

    /** Such as {@code sha256-...}, as a Content-Security-Policy writes it. */
    String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
