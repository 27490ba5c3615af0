package io.github.assumerole.aws;

import io.github.assumerole.aws.profile.SharedFiles;
import io.github.assumerole.standin.StandardWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The shared config and credentials files of a test, which must restore the system properties. */
public final class Profiles {
    /** Profiles with keys of LocalAws. */
    private static final String KEYS =
            """
            [bob]
            aws_access_key_id = %s
            aws_secret_access_key = %s
            [mallory]
            aws_access_key_id = %s
            aws_secret_access_key = %s
            """
                    .formatted(
                            StandardWorld.BOB_KEY_ID,
                            StandardWorld.BOB_SECRET,
                            StandardWorld.MALLORY_KEY_ID,
                            StandardWorld.MALLORY_SECRET);

    private Profiles() {}

    /** Uses this config file, and the keys of bob and mallory. */
    public static SharedFiles use(Path dir, String config) throws IOException {
        System.setProperty(
                "aws.configFile",
                Files.writeString(dir.resolve("config"), config).toString());
        System.setProperty(
                "aws.sharedCredentialsFile",
                Files.writeString(dir.resolve("credentials"), KEYS).toString());
        return SharedFiles.read();
    }
}
