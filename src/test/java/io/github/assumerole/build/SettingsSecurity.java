package io.github.assumerole.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.cipher.PlexusCipherException;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;

/** Maven 3's own encryption, with a settings-security.xml in a folder of the test. */
public final class SettingsSecurity {
    private static final String MASTER = "master of the test";

    private final Path file;

    private SettingsSecurity(Path file) {
        this.file = file;
    }

    /** As {@code mvn --encrypt-master-password} sets it up. */
    static SettingsSecurity in(Path folder) {
        Path file = folder.resolve("settings-security.xml");
        String master = encrypted(MASTER, DefaultSecDispatcher.SYSTEM_PROPERTY_SEC_LOCATION);
        try {
            Files.writeString(file, "<settingsSecurity><master>" + master + "</master></settingsSecurity>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SettingsSecurity(file);
    }

    /** Without a settings-security.xml. */
    public static SettingsSecurity missingIn(Path folder) {
        return new SettingsSecurity(folder.resolve("missing.xml"));
    }

    /** As {@code mvn --encrypt-password} prints it. */
    public static String encrypted(String password) {
        return encrypted(password, MASTER);
    }

    public SettingsDecrypter decrypter() {
        return new DefaultSettingsDecrypter(new Dispatcher(file));
    }

    private static String encrypted(String text, String key) {
        try {
            return new DefaultPlexusCipher().encryptAndDecorate(text, key);
        } catch (PlexusCipherException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Maven's dispatcher without its container. */
    private static final class Dispatcher extends DefaultSecDispatcher {
        private Dispatcher(Path file) {
            try {
                _cipher = new DefaultPlexusCipher();
            } catch (PlexusCipherException e) {
                throw new IllegalStateException(e);
            }
            setConfigurationFile(file.toString());
        }
    }
}
