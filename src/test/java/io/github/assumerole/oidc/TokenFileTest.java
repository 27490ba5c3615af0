package io.github.assumerole.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.IdentityToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFileTest {
    @TempDir
    private Path dir;

    private Path file;
    private IdentityToken token;

    @BeforeEach
    void setFile() {
        file = dir.resolve("token");
        token = WebIdentity.file(file, "<webIdentityTokenFile>");
    }

    @Test
    void readsFileEachTimeWithoutSurroundingWhitespace() throws IOException {
        Files.writeString(file, "\n  eyJ.payload.signature \r\n");
        assertEquals("eyJ.payload.signature", token.fetch().reveal());
        Files.writeString(file, "second");
        assertEquals("second", token.fetch().reveal());
    }

    @Test
    void failsWhenFileIsMissing() {
        AwsAccessException failure = failure();

        assertEquals("Cannot read the web identity token file " + file, failure.attempted());
        assertEquals("there is no such file.", failure.cameBack());
        assertTrue(failure.advice().get(0).contains("<webIdentityTokenFile>"));
    }

    @Test
    void failsWhenFileIsDirectory() throws IOException {
        Files.createDirectory(file);

        assertEquals("it is a directory.", failure().cameBack());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void failsWhenFileIsEmpty(String text) throws IOException {
        Files.writeString(file, text);

        assertEquals("the file is empty.", failure().cameBack());
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret secret", "secret\nsecret", "secret\u00e9", "secret\u0000"})
    void rejectsInvalidTokenWithoutQuotingIt(String text) throws IOException {
        Files.writeString(file, text);
        AwsAccessException failure = failure();

        assertTrue(failure.cameBack().startsWith("the file contains more than a token"), failure.cameBack());
        assertFalse(failure.getMessage().contains("secret"), failure.getMessage());
    }

    @Test
    void failsWhenFileIsNotText() throws IOException {
        Files.write(file, "\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertEquals("the file is not text.", failure().cameBack());
    }

    @Test
    void rejectsTokenTooLongForSts() throws IOException {
        Files.writeString(file, "x".repeat(20_000));
        assertEquals(20_000, token.fetch().reveal().length());

        Files.writeString(file, "x".repeat(20_001));
        assertEquals(
                "the file has 20001 characters; STS accepts at most 20000.",
                failure().cameBack());
    }

    private AwsAccessException failure() {
        return assertThrows(AwsAccessException.class, token::fetch);
    }
}
