package io.github.assumerole.goal.config.check;

import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** The properties from which Maven fills parameters: of the user, then of the system, then of the project. */
final class BuildProperties {
    private final Properties user;
    private final Properties system;
    private final Properties project;

    BuildProperties(MavenSession session, MavenProject project) {
        this.user = session.getUserProperties();
        this.system = session.getSystemProperties();
        this.project = project.getProperties();
    }

    /** Those with a prefix in upper or lower case; sorted, so that messages are always in the same order. */
    SortedSet<String> startingWith(String prefix) {
        SortedSet<String> names = new TreeSet<>();
        add(user, prefix, names);
        add(system, prefix, names);
        add(project, prefix, names);
        return names;
    }

    private static void add(Properties properties, String prefix, SortedSet<String> names) {
        for (Object key : properties.keySet()) {
            if (key instanceof String name && name.regionMatches(true, 0, prefix, 0, prefix.length())) {
                names.add(name);
            }
        }
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(user.getProperty(name, system.getProperty(name, project.getProperty(name))));
    }

    /** Where a property is defined; Maven 3 copies user properties into those of the system. */
    Origin origin(String name) {
        if (user.getProperty(name) != null) {
            return Origin.USER;
        }
        return system.getProperty(name) != null ? Origin.SYSTEM : Origin.PROJECT;
    }

    /** Where a property is defined; the text follows "unknown". */
    enum Origin {
        USER("property"),
        SYSTEM("system property"),
        PROJECT("property of the POM or of settings.xml");

        private final String text;

        Origin(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
