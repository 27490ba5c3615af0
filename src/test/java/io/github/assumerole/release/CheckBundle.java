package io.github.assumerole.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.openpgp.PGPException;

/** Checks a bundle, whose signatures must be of the key in MAVEN_GPG_KEY. */
final class CheckBundle {
    private CheckBundle() {}

    /** @param arguments the bundle, a ZIP file */
    public static void main(String[] arguments) throws IOException, PGPException {
        SigningKey key =
                SigningKey.parse(Objects.requireNonNull(System.getenv("MAVEN_GPG_KEY"), "MAVEN_GPG_KEY is not set"));
        ReleaseBundle bundle = ReleaseBundle.read(Path.of(arguments[0]));
        List<String> problems = bundle.problems(key);
        problems.forEach(problem -> System.out.println("not ok - " + problem));
        if (!problems.isEmpty()) {
            System.exit(1);
        }
        bundle.files().keySet().forEach(file -> System.out.println("ok - " + file));
    }
}
