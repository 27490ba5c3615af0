package io.github.assumerole.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A bundle for Maven Central, and what its documentation requires of one.
 *
 * @param files their contents by their paths in the bundle
 */
record ReleaseBundle(Map<String, byte[]> files) {
    private static final Map<String, String> CHECKSUMS =
            Map.of(".md5", "MD5", ".sha1", "SHA-1", ".sha256", "SHA-256", ".sha512", "SHA-512");
    private static final String SIGNATURE = ".asc";
    private static final Pattern POM = Pattern.compile("(.+)/([^/]+)/([^/]+)/\\2-\\3\\.pom");

    static ReleaseBundle read(Path zip) throws IOException {
        try (InputStream in = Files.newInputStream(zip)) {
            return new ReleaseBundle(entries(in));
        }
    }

    /** What Maven Central would reject, and what our releases also contain; empty if the bundle is complete. */
    List<String> problems(SigningKey key) throws IOException {
        List<Matcher> poms = files.keySet().stream()
                .map(POM::matcher)
                .filter(Matcher::matches)
                .toList();
        if (poms.size() != 1) {
            return List.of("expected one POM at group/artifact/version, found " + poms.size());
        }
        Matcher pom = poms.get(0);
        String group = pom.group(1).replace('/', '.');
        String artifact = pom.group(2);
        String version = pom.group(3);
        List<String> problems = new ArrayList<>();
        if (version.endsWith("-SNAPSHOT")) {
            problems.add(version + " is not the version of a release");
        }
        problems.addAll(PublishedPom.parse(files.get(pom.group())).problems(group, artifact, version));
        String base = pom.group().substring(0, pom.group().length() - ".pom".length());
        contains(problems, base + ".jar", "META-INF/maven/plugin.xml", "<version>" + version + "</version>");
        contains(
                problems,
                base + ".jar",
                "META-INF/maven/" + group + "/" + artifact + "/pom.properties",
                "version=" + version);
        contains(problems, base + ".jar", "META-INF/THIRD-PARTY.md", "software.amazon.awssdk:sts");
        contains(
                problems,
                base + "-sources.jar",
                "io/github/assumerole/goal/AssumeRoleMojo.java",
                "class AssumeRoleMojo");
        contains(problems, base + "-javadoc.jar", "index.html", version);
        contains(problems, base + "-javadoc.jar", "io/github/assumerole/goal/AssumeRoleMojo.html", "AssumeRoleMojo");
        String bom = base + "-cyclonedx.json";
        String purl = "pkg:maven/" + group + "/" + artifact + "@" + version;
        if (files.containsKey(bom) && !text(bom).contains(purl)) {
            problems.add(bom + " does not contain " + purl);
        }
        Set<String> expected = new TreeSet<>();
        for (String suffix : List.of(".pom", ".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json")) {
            String file = base + suffix;
            expected.add(file);
            expected.add(file + SIGNATURE);
            CHECKSUMS.keySet().forEach(extension -> expected.add(file + extension));
            verify(problems, file, key);
        }
        files.keySet().stream()
                .filter(file -> !expected.contains(file))
                .forEach(file -> problems.add(file + " is not expected in the bundle"));
        return problems;
    }

    private void verify(List<String> problems, String file, SigningKey key) {
        byte[] content = files.get(file);
        if (content == null) {
            problems.add(file + " is missing");
            return;
        }
        byte[] signature = files.get(file + SIGNATURE);
        if (signature == null) {
            problems.add(file + SIGNATURE + " is missing");
        } else if (!key.verifies(content, signature)) {
            problems.add(file + SIGNATURE + " is not a signature of the file by the key");
        }
        new TreeMap<>(CHECKSUMS).forEach((extension, algorithm) -> {
            if (!files.containsKey(file + extension)) {
                problems.add(file + extension + " is missing");
            } else if (!text(file + extension).strip().equals(digest(content, algorithm))) {
                problems.add(file + extension + " is not the " + algorithm + " of the file");
            }
        });
    }

    /** A missing jar is reported once, with the other missing files. */
    private void contains(List<String> problems, String jar, String entry, String text) throws IOException {
        if (files.containsKey(jar)) {
            byte[] content = entries(new ByteArrayInputStream(files.get(jar))).get(entry);
            if (content == null) {
                problems.add(jar + " does not contain " + entry);
            } else if (!new String(content, StandardCharsets.UTF_8).contains(text)) {
                problems.add(jar + ": " + entry + " does not contain " + text);
            }
        }
    }

    private String text(String file) {
        return new String(files.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
    }

    static String digest(byte[] content, String algorithm) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Map<String, byte[]> entries(InputStream zip) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        ZipInputStream in = new ZipInputStream(zip);
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            if (!entry.isDirectory()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }
}
