package io.github.assumerole.build;

import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.building.SettingsProblem.Severity;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/**
 * Decrypts values of settings.xml like Maven, or fails. Maven 3 only warns about a password that it cannot decrypt and
 * returns the ciphertext, which must not be sent to AWS or to a proxy.
 *
 * @param failure creates an exception from a problem, to which it adds the name of the server or proxy
 */
record Decryption(SettingsDecrypter decrypter, Function<String, IllegalArgumentException> failure) {
    /** Text that Maven considers encrypted, with or without text around the braces. */
    private static final Pattern ENCRYPTED = Pattern.compile("(?s).*\\{.+}.*");

    private static final Pattern VARIABLE = Pattern.compile("(?s).*\\$\\{[^}]+}.*");
    private static final String ADVICE =
            "; check settings-security.xml, or encrypt it again with `mvn --encrypt-password`";

    /** Rejects an unresolved variable: the decrypter would treat its braces as those of a ciphertext. */
    void requireDefined(String element, String text) {
        if (text != null && VARIABLE.matcher(text).matches()) {
            throw failure.apply("has a " + element + " with an undefined ${property} or ${env.VARIABLE}");
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

    /** Rejects a value that is still encrypted, without printing it. */
    void requireDecrypted(String element, String text) {
        if (text != null && ENCRYPTED.matcher(text).matches()) {
            throw failure.apply("has a " + element + " that is still encrypted" + ADVICE);
        }
    }

    private static String firstLine(String text) {
        return String.valueOf(text).lines().findFirst().orElse("");
    }
}
