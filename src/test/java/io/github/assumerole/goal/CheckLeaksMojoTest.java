package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.SessionCredentials.IssueDetails;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** Which secrets check-leaks looks for, where, and how it says what it found. */
class CheckLeaksMojoTest extends GoalTest {
    private final SessionCredentials session =
            session("ASIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    @Test
    void hasNothingToSearchForWithoutAssumedRole() throws Exception {
        checkLeaks().execute();

        assertEquals(List.of("[INFO] Nothing to search for: no role was assumed in this build."), log.lines());
    }

    @Test
    void passesWhenBuildDirectoryContainsNoSecret() throws Exception {
        build.state().addIssued(session);
        write("classes/app.properties", "key = " + session.accessKeyId());

        checkLeaks().execute();

        assertTrue(log.lines().get(0).startsWith("[INFO] No secrets found in 1 files"), log.lines()::toString);
    }

    @Test
    void reportsLocationButNotValue() throws Exception {
        build.state().addIssued(session);
        write("classes/app.properties", "key = " + session.secretAccessKey().reveal());
        write(
                "site/page.html",
                Base64.getEncoder().encodeToString(bytes(session.sessionToken().reveal())));

        String no =
                assertThrows(MojoFailureException.class, checkLeaks()::execute).getMessage();

        assertTrue(no.contains("app.properties"), no);
        assertTrue(no.contains("secret access key of " + session.assumedRoleArn()), no);
        assertTrue(no.contains("page.html"), no);
        assertTrue(no.contains("session token"), no);
        assertFalse(no.contains(session.secretAccessKey().reveal()));
        assertFalse(no.contains(session.sessionToken().reveal()));
    }

    /** They will be deployed, wherever they are. */
    @Test
    void scansPomAndArtifactsOutsideOfBuildDirectory() throws Exception {
        build.state().addIssued(session);
        String secret = session.secretAccessKey().reveal();
        project.setArtifact(artifact("", outside("dist/app-1.jar", secret)));
        project.addAttachedArtifact(artifact("sources", outside("dist/app-1-sources.jar", secret)));
        project.addAttachedArtifact(artifact("not-built", null));
        project.setFile(outside(".flattened-pom.xml", "<url>" + secret + "</url>"));
        outside("dist/other.txt", secret);

        String found =
                assertThrows(MojoFailureException.class, checkLeaks()::execute).getMessage();

        String what = " contains the secret access key of " + session.assumedRoleArn() + " (plain text, offset ";
        assertEquals(
                List.of(
                        directory.toPath().resolve(".flattened-pom.xml") + what + "5)",
                        directory.toPath().resolve("dist/app-1-sources.jar") + what + "0)",
                        directory.toPath().resolve("dist/app-1.jar") + what + "0)"),
                found.lines().filter(line -> line.contains(what)).sorted().toList());
    }

    @Test
    void masksSecretInNameOfArtifact() throws Exception {
        String secret = "wJalrXUtnFEMIabK7MDENGabPxRfiCYEXAMPLEKEY";
        build.state().addIssued(session("ASIAIOSFODNN7EXAMPLE", secret));
        project.setArtifact(artifact("", outside("dist/app-" + secret + ".jar", "")));

        String found =
                assertThrows(MojoFailureException.class, checkLeaks()::execute).getMessage();

        assertTrue(
                found.contains("the name of " + directory.toPath().resolve("dist/app-****.jar")
                        + " contains the secret access key of "),
                found);
        assertFalse(found.contains(secret), found);
    }

    @Test
    void excludesArtifacts() throws Exception {
        build.state().addIssued(session);
        project.setArtifact(
                artifact("", outside("dist/app-1.jar", session.secretAccessKey().reveal())));

        checkLeaks("leakExcludes=" + directory.toPath().resolve("dist/app-1.jar"))
                .execute();

        assertTrue(log.lines().get(0).startsWith("[INFO] No secrets found in 0 files"), log.lines()::toString);
    }

    private File outside(String file, String text) throws IOException {
        Path path = directory.toPath().resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text).toFile();
    }

    private static Artifact artifact(String classifier, File file) {
        Artifact artifact =
                new DefaultArtifact("it", "app", "1", "", "jar", classifier, new DefaultArtifactHandler("jar"));
        artifact.setFile(file);
        return artifact;
    }

    @Test
    void findsSecretsOfRenewedSession() throws Exception {
        build.state().addIssued(session);
        build.state().addIssued(session("ASIAIOSFODNN7RENEWED", "another1XUtnFEMI/K7MDENG+bPxRfiCYRENEWEDK"));
        write("old.txt", session.secretAccessKey().reveal());

        assertThrows(MojoFailureException.class, checkLeaks()::execute);
    }

    @Test
    void skipsCredentialsFileAndExcludes() throws Exception {
        build.state().addIssued(session);
        build.state()
                .addCredentialsFile(write(
                        "assume-role/aws.credentials", session.secretAccessKey().reveal()));

        checkLeaks("leakExcludes=excluded").execute();

        assertTrue(log.lines().get(0).startsWith("[INFO] No secrets found"), log.lines()::toString);
    }

    @Test
    void failsWhenFileCannotBeRead() throws Exception {
        build.state().addIssued(session);
        Path archive = directory.toPath().resolve("target/broken.jar");
        Files.createDirectories(archive.getParent());
        Files.write(archive, encryptedZip());

        String undecided = String.join("\n", failed(checkLeaks()));

        assertTrue(
                undecided.startsWith("Cannot verify that the build output contains no secrets of this build"),
                undecided);
        assertTrue(undecided.contains("broken.jar"), undecided);
        assertTrue(undecided.contains("<leakExcludes>"), undecided);
    }

    @Test
    void rejectsMissingDirectories() {
        List<String> problems = rejected(checkLeaks("leakIncludes=nowhere"));

        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith("leakIncludes: "), problems::toString);
        assertTrue(
                problems.get(0).endsWith("nowhere does not exist; correct the path or remove it"), problems::toString);
    }

    private static SessionCredentials session(String accessKeyId, String secretAccessKey) {
        return new SessionCredentials(
                accessKeyId,
                Secret.of(secretAccessKey),
                Secret.of("FwoGZXIvYXdzEBYaDJ" + secretAccessKey + "/token=="),
                Sessions.EXPIRATION,
                "arn:aws:sts::444455556666:assumed-role/ci-deploy/maven-app",
                Optional.of("444455556666"),
                "eu-west-1",
                new IssueDetails("https://sts.example.com", Optional.empty(), Optional.empty(), "the test"));
    }

    private Path write(String file, String text) throws IOException {
        Path path = new File(project.getBuild().getDirectory()).toPath().resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** One stored entry, flagged as encrypted. */
    private static byte[] encryptedZip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a"));
            zip.write(new byte[100]);
            zip.closeEntry();
        }
        byte[] archive = bytes.toByteArray();
        archive[6] |= 1;
        int directory = new String(archive, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        archive[directory + 8] |= 1;
        return archive;
    }
}
