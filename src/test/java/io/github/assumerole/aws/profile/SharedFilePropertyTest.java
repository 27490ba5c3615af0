package io.github.assumerole.aws.profile;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.fuzz.ParserContract;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import software.amazon.awssdk.profiles.ProfileFile;

/** Any text as a file with profiles: the SDK parses it, or the error names a line; and each property is found again. */
class SharedFilePropertyTest {
    private static final String SECRET = "EXAMPLE=KEY";
    private static final String[] WORDS = {
        "[",
        "]",
        "[profile ",
        "[default]",
        "[ci]",
        "[profile ci]",
        "[profile default]",
        "[services ci]",
        "[sso-session ci]",
        "profile",
        "ci",
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        "=",
        " = ",
        " ",
        "\t",
        "#",
        ";",
        " # ",
        "region",
        "AWS_Region",
        "a b",
        "\n  x = ",
        "\ufeff",
        "aws_secret_access_key = " + SECRET,
        SECRET,
        "\"",
        "\u0000",
        "\u2028",
        "\u0085",
        "\u00a0",
        "\ud800",
        "é"
    };

    private Path file;

    @BeforeProperty
    void createFile() throws IOException {
        file = Files.createTempFile("profiles", "");
    }

    @AfterProperty
    void deleteFile() throws IOException {
        Files.delete(file);
    }

    @Property(seed = ParserContract.SEED)
    void findsWhatTheSdkReads(@ForAll("texts") String text, @ForAll ProfileFile.Type type) throws IOException {
        Files.writeString(file, text.replace("\ud800", "?"));
        SharedFile shared = SharedFile.read(file, type);

        try {
            ProfileFile parsed = shared.parse();
            parsed.profiles().forEach((name, profile) -> profile.properties()
                    .keySet()
                    .forEach(property -> assertTrue(
                            shared.place(name, property).isPresent(), () -> name + ", " + property + " in " + text)));
            parsed.profiles().keySet().forEach(name -> shared.checkNames(name, new ConfigurationProblems()));
        } catch (InvalidConfigurationException invalid) {
            assertTrue(invalid.getMessage().startsWith(file.toString()), invalid.getMessage());
            assertFalse(invalid.getMessage().contains(SECRET), "a value was printed");
            ParserContract.assertOneLine(invalid.getMessage());
        }
        assertTrue(shared.misspelled("atlantis").isEmpty());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(List.of(WORDS)).list().ofMaxSize(30).map(words -> String.join("", words));
    }
}
