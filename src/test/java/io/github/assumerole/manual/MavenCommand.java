package io.github.assumerole.manual;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A command line of Maven.
 *
 * @param wrapper whether it starts the wrapper, and so builds this project
 * @param targets goals and phases, in order
 */
record MavenCommand(
        boolean wrapper, List<String> targets, Map<String, String> properties, List<String> profiles, boolean offline) {
    private static final Set<String> PROGRAMS = Set.of("mvn", "mvnw", "./mvnw", "mvnw.cmd");
    private static final Set<String> FLAGS = Set.of(
            "-B",
            "-C",
            "-N",
            "-U",
            "-V",
            "-X",
            "-am",
            "-amd",
            "-e",
            "-fae",
            "-ff",
            "-fn",
            "-ntp",
            "-nsu",
            "-o",
            "-q",
            "-v",
            "--batch-mode",
            "--also-make",
            "--debug",
            "--encrypt-master-password",
            "--encrypt-password",
            "--errors",
            "--fail-at-end",
            "--fail-never",
            "--no-transfer-progress",
            "--offline",
            "--quiet",
            "--version");
    private static final Set<String> WITH_VALUE = Set.of("-T", "-f", "-gs", "-l", "-pl", "-rf", "-s", "-t");

    static boolean isOne(List<String> words) {
        return !words.isEmpty() && PROGRAMS.contains(words.get(0));
    }

    /** @throws IllegalArgumentException for an option that Maven does not have */
    static MavenCommand parse(List<String> words) {
        Map<String, String> properties = new LinkedHashMap<>();
        List<String> profiles = new ArrayList<>();
        List<String> targets = new ArrayList<>();
        boolean offline = false;
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("-D") && word.length() > 2) {
                String[] property = word.substring(2).split("=", 2);
                properties.put(property[0], property.length == 1 ? "true" : property[1]);
            } else if (word.startsWith("-P") && word.length() > 2) {
                profiles.addAll(List.of(word.substring(2).split(",")));
            } else if (WITH_VALUE.contains(word)) {
                i++;
            } else if (word.startsWith("-")) {
                if (!FLAGS.contains(word) && !word.matches("-T\\S+")) {
                    throw new IllegalArgumentException("Maven has no option '" + word + "'");
                }
                offline |= word.equals("-o") || word.equals("--offline");
            } else if (!word.matches("[<>].*|2>.*")) {
                targets.add(word);
            } else {
                i += word.matches("[<>]+|2>") ? 1 : 0;
            }
        }
        return new MavenCommand(words.get(0).contains("mvnw"), targets, properties, profiles, offline);
    }

    /** Whether it names a goal so that it works without a POM. */
    boolean isComplete() {
        return targets.stream().anyMatch(target -> target.split(":").length > 2);
    }
}
