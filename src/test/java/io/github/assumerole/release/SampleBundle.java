package io.github.assumerole.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.openpgp.PGPException;

/** A complete bundle, to which tests do something. */
final class SampleBundle {
    static final String BASE = "io/github/assumerole/assume-role-maven-plugin/1.0.0/assume-role-maven-plugin-1.0.0";
    static final String POM = BASE + ".pom";
    static final String JAR = BASE + ".jar";
    static final String SOURCES = BASE + "-sources.jar";
    static final String JAVADOC = BASE + "-javadoc.jar";
    static final String BOM = BASE + "-cyclonedx.json";

    private final Map<String, byte[]> files = new TreeMap<>();

    SampleBundle(SigningKey key) throws IOException, PGPException {
        add(POM, pom().getBytes(StandardCharsets.UTF_8), key);
        add(
                JAR,
                jar(Map.of(
                        "META-INF/maven/plugin.xml",
                        "<plugin><version>1.0.0</version></plugin>",
                        "META-INF/maven/io.github.assumerole/assume-role-maven-plugin/pom.properties",
                        "version=1.0.0",
                        "META-INF/THIRD-PARTY.md",
                        "software.amazon.awssdk:sts")),
                key);
        add(SOURCES, jar(Map.of("io/github/assumerole/goal/AssumeRoleMojo.java", "class AssumeRoleMojo {}")), key);
        add(
                JAVADOC,
                jar(Map.of("index.html", "1.0.0", "io/github/assumerole/goal/AssumeRoleMojo.html", "AssumeRoleMojo")),
                key);
        add(
                BOM,
                "{\"purl\": \"pkg:maven/io.github.assumerole/assume-role-maven-plugin@1.0.0?type=maven-plugin\"}"
                        .getBytes(StandardCharsets.UTF_8),
                key);
    }

    static String pom() {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <groupId>io.github.assumerole</groupId>
                  <artifactId>assume-role-maven-plugin</artifactId>
                  <version>1.0.0</version>
                  <packaging>maven-plugin</packaging>
                  <name>Sample</name>
                  <description>A sample</description>
                  <url>https://example.com</url>
                  <licenses>
                    <license>
                      <name>Apache-2.0</name>
                      <url>https://www.apache.org/licenses/LICENSE-2.0.txt</url>
                    </license>
                  </licenses>
                  <developers>
                    <developer>
                      <name>sample</name>
                      <organization>sample</organization>
                      <organizationUrl>https://example.com</organizationUrl>
                    </developer>
                  </developers>
                  <scm>
                    <connection>scm:git:https://example.com/sample.git</connection>
                    <developerConnection>scm:git:https://example.com/sample.git</developerConnection>
                    <url>https://example.com/sample</url>
                  </scm>
                </project>
                """;
    }

    /** Adds or replaces a file with its signature and checksums. */
    void add(String file, byte[] content, SigningKey key) throws IOException, PGPException {
        put(file, content);
        put(file + ".asc", key.sign(content).getBytes(StandardCharsets.US_ASCII));
        for (List<String> checksum : List.of(
                List.of(".md5", "MD5"),
                List.of(".sha1", "SHA-1"),
                List.of(".sha256", "SHA-256"),
                List.of(".sha512", "SHA-512"))) {
            put(
                    file + checksum.get(0),
                    ReleaseBundle.digest(content, checksum.get(1)).getBytes(StandardCharsets.US_ASCII));
        }
    }

    void put(String file, byte[] content) {
        files.put(file, content);
    }

    void remove(String file) {
        files.remove(file);
    }

    List<String> problems(SigningKey key) throws IOException {
        return new ReleaseBundle(files).problems(key);
    }

    static byte[] jar(Map<String, String> entries) throws IOException {
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(jar)) {
            for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar.toByteArray();
    }
}
