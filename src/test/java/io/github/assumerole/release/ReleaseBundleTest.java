package io.github.assumerole.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bouncycastle.openpgp.PGPException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each requirement of Maven Central, with a bundle that does not meet it. */
class ReleaseBundleTest {
    private final SigningKey key = SigningKey.generate();
    private final SampleBundle bundle = new SampleBundle(key);

    ReleaseBundleTest() throws IOException, PGPException {}

    @Test
    void acceptsCompleteBundle() throws Exception {
        assertEquals(List.of(), bundle.problems(SigningKey.parse(key.armored())));
    }

    @ParameterizedTest
    @ValueSource(strings = {".jar", "-sources.jar", "-javadoc.jar"})
    void rejectsMissingJar(String suffix) throws Exception {
        bundle.remove(SampleBundle.BASE + suffix);

        assertEquals(List.of(SampleBundle.BASE + suffix + " is missing"), bundle.problems(key));
    }

    @Test
    void rejectsMissingPom() throws Exception {
        bundle.remove(SampleBundle.POM);

        assertEquals(List.of("expected one POM at group/artifact/version, found 0"), bundle.problems(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {".pom", ".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json"})
    void rejectsMissingSignature(String suffix) throws Exception {
        bundle.remove(SampleBundle.BASE + suffix + ".asc");

        assertEquals(List.of(SampleBundle.BASE + suffix + ".asc is missing"), bundle.problems(key));
    }

    @Test
    void rejectsSignatureOfAnotherFile() throws Exception {
        bundle.put(SampleBundle.JAR + ".asc", text(key.sign(text("another"))));

        assertEquals(
                List.of(SampleBundle.JAR + ".asc is not a signature of the file by the key"), bundle.problems(key));
    }

    @Test
    void rejectsSignatureOfAnotherKey() throws Exception {
        assertEquals(
                List.of(
                        SampleBundle.POM + ".asc is not a signature of the file by the key",
                        SampleBundle.JAR + ".asc is not a signature of the file by the key",
                        SampleBundle.SOURCES + ".asc is not a signature of the file by the key",
                        SampleBundle.JAVADOC + ".asc is not a signature of the file by the key",
                        SampleBundle.BOM + ".asc is not a signature of the file by the key"),
                bundle.problems(SigningKey.generate()));
    }

    @Test
    void rejectsTextThatIsNoSignature() throws Exception {
        bundle.put(SampleBundle.JAR + ".asc", text("signed, somebody"));

        assertEquals(
                List.of(SampleBundle.JAR + ".asc is not a signature of the file by the key"), bundle.problems(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {".md5", ".sha1", ".sha256", ".sha512"})
    void rejectsMissingChecksum(String extension) throws Exception {
        bundle.remove(SampleBundle.JAR + extension);

        assertEquals(List.of(SampleBundle.JAR + extension + " is missing"), bundle.problems(key));
    }

    @ParameterizedTest
    @CsvSource({".md5, MD5", ".sha1, SHA-1", ".sha256, SHA-256", ".sha512, SHA-512"})
    void rejectsWrongChecksum(String extension, String algorithm) throws Exception {
        bundle.put(SampleBundle.JAR + extension, text(ReleaseBundle.digest(text("another"), algorithm)));

        assertEquals(
                List.of(SampleBundle.JAR + extension + " is not the " + algorithm + " of the file"),
                bundle.problems(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "description",
                "url",
                "licenses/license/name",
                "licenses/license/url",
                "developers/developer/name",
                "developers/developer/organization",
                "developers/developer/organizationUrl",
                "scm/connection",
                "scm/developerConnection",
                "scm/url"
            })
    void rejectsPomWithoutElement(String path) throws Exception {
        String parents = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "project";
        String parent = parents.substring(parents.lastIndexOf('/') + 1);
        String element = path.substring(path.lastIndexOf('/') + 1);
        pom(SampleBundle.pom()
                .replaceFirst(
                        "(?s)(<" + parent + "[ >](?:(?!<(?:licenses|developers|scm)>).)*?)<" + element + ">[^<]*</"
                                + element + ">",
                        "$1"));

        assertEquals(List.of("the POM has no " + path), bundle.problems(key));
    }

    @Test
    void rejectsEmptyElement() throws Exception {
        pom(SampleBundle.pom().replace("<name>Sample</name>", "<name> </name>"));

        assertEquals(List.of("the POM has no name"), bundle.problems(key));
    }

    @Test
    void rejectsSnapshot() throws Exception {
        pom(SampleBundle.pom().replace("<version>1.0.0</version>", "<version>1.0.0-SNAPSHOT</version>"));

        assertEquals(
                List.of("the POM has version [1.0.0-SNAPSHOT], expected 1.0.0", "the POM refers to 1.0.0-SNAPSHOT"),
                bundle.problems(key));
    }

    @Test
    void rejectsDependencyOnSnapshot() throws Exception {
        pom(
                SampleBundle.pom()
                        .replace(
                                "</project>",
                                "<dependencies><dependency><version>2-SNAPSHOT</version></dependency></dependencies></project>"));

        assertEquals(
                List.of("the POM refers to 2-SNAPSHOT", "the POM is not flattened: it has dependencies"),
                bundle.problems(key));
    }

    @Test
    void rejectsUndefinedProperty() throws Exception {
        pom(SampleBundle.pom().replace("A sample", "A sample of ${project.name}"));

        assertEquals(List.of("the POM does not define A sample of ${project.name}"), bundle.problems(key));
    }

    @Test
    void rejectsAnotherVersionInJar() throws Exception {
        bundle.add(
                SampleBundle.JAR,
                SampleBundle.jar(Map.of(
                        "META-INF/maven/plugin.xml",
                        "<plugin><version>1.0.0-SNAPSHOT</version></plugin>",
                        "META-INF/maven/io.github.assumerole/assume-role-maven-plugin/pom.properties",
                        "version=0.9.0",
                        "META-INF/THIRD-PARTY.md",
                        "software.amazon.awssdk:sts")),
                key);

        assertEquals(
                List.of(
                        SampleBundle.JAR + ": META-INF/maven/plugin.xml does not contain <version>1.0.0</version>",
                        SampleBundle.JAR
                                + ": META-INF/maven/io.github.assumerole/assume-role-maven-plugin/pom.properties"
                                + " does not contain version=1.0.0"),
                bundle.problems(key));
    }

    @Test
    void rejectsEmptyJars() throws Exception {
        byte[] empty = SampleBundle.jar(Map.of("META-INF/MANIFEST.MF", "Manifest-Version: 1.0"));
        bundle.add(SampleBundle.SOURCES, empty, key);
        bundle.add(SampleBundle.JAVADOC, empty, key);

        assertEquals(
                List.of(
                        SampleBundle.SOURCES + " does not contain io/github/assumerole/goal/AssumeRoleMojo.java",
                        SampleBundle.JAVADOC + " does not contain index.html",
                        SampleBundle.JAVADOC + " does not contain io/github/assumerole/goal/AssumeRoleMojo.html"),
                bundle.problems(key));
    }

    @Test
    void rejectsBillOfMaterialsOfAnotherVersion() throws Exception {
        bundle.add(SampleBundle.BOM, text("{}"), key);

        assertEquals(
                List.of(SampleBundle.BOM
                        + " does not contain pkg:maven/io.github.assumerole/assume-role-maven-plugin@1.0.0"),
                bundle.problems(key));
    }

    @Test
    void rejectsUnexpectedFile() throws Exception {
        bundle.put("io/github/assumerole/maven-metadata-central.xml", text("<metadata/>"));

        assertEquals(
                List.of("io/github/assumerole/maven-metadata-central.xml is not expected in the bundle"),
                bundle.problems(key));
    }

    private void pom(String xml) throws IOException, PGPException {
        bundle.add(SampleBundle.POM, text(xml), key);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
