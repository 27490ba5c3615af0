package io.github.assumerole.it;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The plugin's jar, which contains only those classes of its dependencies that the plugin can reach. */
public final class BundledJar implements AutoCloseable {
    /** Not in the jar: the CRT, event streams, and the line reader that newer versions of Maven provide. */
    private static final List<String> EXCLUDED =
            List.of("software/amazon/awssdk/crt/", "software/amazon/eventstream/", "org/jline/");

    private final JarFile jar;
    private final Map<String, Optional<ClassCode>> classes = new HashMap<>();
    private final ClassLoader provided = BundledJar.class.getClassLoader();

    private BundledJar(File file) throws IOException {
        this.jar = new JarFile(file);
    }

    /** Fails if the jar lacks a class that its code can load. */
    public static void hasAllReachableClasses(File file) throws IOException {
        try (BundledJar bundled = new BundledJar(file)) {
            ReachableCode code = new ReachableCode(bundled::read, bundled.providers());
            code.follow(bundled.entryPoints());
            Map<String, String> missing = new TreeMap<>(code.missing());
            missing.putAll(bundled.missingForVerification(code.initialized()));
            missing.keySet().removeIf(type -> EXCLUDED.stream().anyMatch(type::startsWith));
            if (!missing.isEmpty()) {
                throw new AssertionError(file.getName() + " lacks " + missing);
            }
        }
    }

    /**
     * Fails if the enforcer rule needs the SDK: the enforcer's class realm can contain another version of it, which
     * other rules bring. The goal that the rule runs has its own realm.
     */
    public static void enforcerRuleNeedsNoSdk(File file) throws IOException {
        try (BundledJar bundled = new BundledJar(file)) {
            ReachableCode code = new ReachableCode(bundled::read, bundled.providers());
            code.follow(List.of("io/github/assumerole/goal/RequireBuckets"));
            if (!code.initialized().contains("io/github/assumerole/goal/config/check/ConfigurationCheck")) {
                throw new AssertionError("the rule was not followed: " + code.initialized());
            }
            code.initialized().stream()
                    .filter(type -> type.startsWith("software/"))
                    .findAny()
                    .ifPresent(type -> {
                        throw new AssertionError("the enforcer rule needs " + type);
                    });
        }
    }

    /** Our own classes, and those of plexus-interactivity, which Maven's container creates. */
    private List<String> entryPoints() {
        List<String> names = new ArrayList<>();
        for (JarEntry entry : Collections.list(jar.entries())) {
            String name = entry.getName();
            if (name.endsWith(".class") && !name.startsWith("software/")) {
                names.add(name.substring(0, name.length() - ".class".length()));
            }
        }
        return names;
    }

    private Map<String, List<String>> providers() throws IOException {
        Map<String, List<String>> providers = new HashMap<>();
        String directory = "META-INF/services/";
        for (JarEntry entry : Collections.list(jar.entries())) {
            if (entry.getName().startsWith(directory) && !entry.isDirectory()) {
                List<String> names = new String(read(entry), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.replaceFirst("#.*", "").strip().replace('.', '/'))
                        .filter(line -> !line.isEmpty())
                        .toList();
                providers.put(entry.getName().substring(directory.length()).replace('.', '/'), names);
            }
        }
        return providers;
    }

    /** The JVM verifies each class before it initializes it, and loads the classes that this needs. */
    private Map<String, String> missingForVerification(Set<String> types) throws IOException {
        Map<String, String> missing = new TreeMap<>();
        ClassLoader others = new ClassLoader(ClassLoader.getPlatformClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                if (isOfJar(name.replace('.', '/'))) {
                    throw new ClassNotFoundException(name);
                }
                return provided.loadClass(name);
            }
        };
        URL[] urls = {new File(jar.getName()).toURI().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, others)) {
            for (String type : types) {
                try {
                    Class.forName(type.replace('/', '.'), false, loader).getDeclaredConstructors();
                } catch (ClassNotFoundException | NoClassDefFoundError failure) {
                    missing.put(failure.getMessage().replace('.', '/'), "\n    to verify " + type);
                }
            }
        }
        return missing;
    }

    private Optional<ClassCode> read(String type) {
        Optional<ClassCode> known = classes.get(type);
        if (known == null) {
            known = load(type);
            classes.put(type, known);
        }
        return known;
    }

    private Optional<ClassCode> load(String type) {
        try {
            JarEntry entry = jar.getJarEntry(type + ".class");
            if (entry != null) {
                return Optional.of(ClassCode.read(read(entry), true));
            }
            if (isOfJar(type)) {
                return Optional.empty();
            }
            try (InputStream in = provided.getResourceAsStream(type + ".class")) {
                return in == null ? Optional.empty() : Optional.of(ClassCode.read(in.readAllBytes(), false));
            }
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    /** The test class path contains the dependencies as a whole. */
    private static boolean isOfJar(String type) {
        return type.startsWith("software/") || type.startsWith("io/github/assumerole/");
    }

    private byte[] read(JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    @Override
    public void close() throws IOException {
        jar.close();
    }
}
