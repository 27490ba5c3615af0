package io.github.assumerole.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.standin.TlsServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What it trusts is tested with real connections in HttpConnectionsTest. */
class CaBundleTest {
    @TempDir
    private Path dir;

    @Test
    void readsEveryCertificate() throws Exception {
        try (TlsServer one = TlsServer.start("one.invalid", dir);
                TlsServer two = TlsServer.start("two.invalid", dir)) {
            Path file = Files.writeString(dir.resolve("ca.pem"), one.certificate() + "\n" + two.certificate());
            assertEquals(2, CaBundle.read(file).certificates().size());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ''                                                              | contains no certificate
            no certificate                                                  | contains something else than PEM certificates
            '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----'    | contains something else than PEM certificates
            """)
    void rejectsOtherContents(String content, String problem) throws IOException {
        Path file = Files.writeString(dir.resolve("ca.pem"), content);
        assertEquals("the file " + file + " " + problem + "; expected a file with PEM certificates", messageFor(file));
    }

    @Test
    void rejectsWhatIsNoFile() {
        assertEquals("the file " + dir + " is a directory; expected a file with PEM certificates", messageFor(dir));
        Path missing = dir.resolve("missing");
        assertEquals(
                "the file " + missing + " does not exist; expected a file with PEM certificates", messageFor(missing));
    }

    private static String messageFor(Path file) {
        return assertThrows(IllegalArgumentException.class, () -> CaBundle.read(file))
                .getMessage();
    }
}
