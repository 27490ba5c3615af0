package io.github.assumerole.maven;

import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.building.SettingsProblem.Severity;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/**
 * Decrypts what settings.xml holds, as Maven does, or fails. Maven 3 itself reports a password that it cannot decrypt,
 * and hands it out as it is: a ciphertext must not travel to AWS or to a proxy as if it were the password.
 */
final class Decryption {
    /** What Maven takes for encrypted, with words around the braces or without. */
    private static final Pattern ENCRYPTED = Pattern.compile("(?s).*\\{.+}.*");

    private static final Pattern VARIABLE = Pattern.compile("(?s).*\\$\\{[^}]+}.*");
    private static final String ADVICE = "; see settings-security.xml, and `mvn --encrypt-password`";

    private final SettingsDecrypter decrypter;
    private final Function<String, IllegalArgumentException> failure;

    /** @param failure makes an exception of words that go on after the name of what is decrypted */
    Decryption(SettingsDecrypter decrypter, Function<String, IllegalArgumentException> failure) {
        this.decrypter = decrypter;
        this.failure = failure;
    }

    /** Refuses a variable that Maven left as it is: the decrypter would take its braces for those of a ciphertext. */
    void requireDefined(String element, String text) {
        if (text != null && VARIABLE.matcher(text).matches()) {
            throw failure.apply(
                    "has a " + element + " that holds a ${property} or ${env.VARIABLE} which is not defined");
        }
    }

    SettingsDecryptionResult decrypt(SettingsDecryptionRequest request) {
        SettingsDecryptionResult result = decrypter.decrypt(request);
        for (SettingsProblem problem : result.getProblems()) {
            if (problem.getSeverity() != Severity.WARNING) {
                throw failure.apply("cannot be decrypted: " + firstLine(problem.getMessage()) + ADVICE);
            }
        }
        return result;
    }

    /** Refuses what looks encrypted still, without repeating it. */
    void requireDecrypted(String element, String text) {
        if (text != null && ENCRYPTED.matcher(text).matches()) {
            throw failure.apply("has a " + element + " that is still encrypted" + ADVICE);
        }
    }

    private static String firstLine(String text) {
        return String.valueOf(text).lines().findFirst().orElse("");
    }
}
