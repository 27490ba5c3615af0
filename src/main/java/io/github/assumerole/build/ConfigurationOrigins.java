package io.github.assumerole.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.maven.model.BuildBase;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Where the POMs configure an execution of this plugin: the project, its parents and their active profiles, in
 * {@code pluginManagement} and {@code plugins}, for the plugin and for the execution. Maven merges these
 * configurations, and the result does not show where its parts come from.
 */
public record ConfigurationOrigins(MavenProject project, String executionId) {

    /**
     * One of the configurations.
     *
     * @param pom the project or parent that contains it
     * @param place such as {@code it:parent:1, profile ci, execution gate}
     * @param line of its element; empty if Maven does not know it
     */
    public record Origin(MavenProject pom, String place, Xpp3Dom configuration, OptionalInt line) {
        /**
         * The line of an element of the configuration, else that of the configuration. Maven 4 knows only the latter.
         */
        public OptionalInt line(Xpp3Dom element) {
            return element.getInputLocation() instanceof InputLocation location ? lineOf(location) : line;
        }
    }

    /** @param place the POM and the profile */
    private record Section(String place, BuildBase build) {}

    /**
     * Combines values in the order in which Maven merges the configurations.
     *
     * @param value of a configuration; empty if it has none
     * @param merge combines two values; the first is the dominant one
     */
    public <T> Optional<T> merge(Function<Origin, Optional<T>> value, BinaryOperator<T> merge) {
        Fold<T> fold = new Fold<>(value, merge);
        return fold.both(
                fold.both(fold.inherited(false, true), fold.inherited(true, true)),
                fold.both(fold.inherited(false, false), fold.inherited(true, false)));
    }

    private final class Fold<T> {
        private final Function<Origin, Optional<T>> value;
        private final BinaryOperator<T> merge;

        private Fold(Function<Origin, Optional<T>> value, BinaryOperator<T> merge) {
            this.value = value;
            this.merge = merge;
        }

        private Optional<T> both(Optional<T> dominant, Optional<T> recessive) {
            return dominant.isPresent() && recessive.isPresent()
                    ? Optional.of(merge.apply(dominant.get(), recessive.get()))
                    : dominant.or(() -> recessive);
        }

        /** Merges profiles into their POM, and each POM with its parent. */
        private Optional<T> inherited(boolean managed, boolean ofExecution) {
            Optional<T> inherited = Optional.empty();
            for (MavenProject pom : lineage()) {
                Optional<T> own = Optional.empty();
                for (Section section : sections(project, pom)) {
                    own = both(origin(pom, section, managed, ofExecution).flatMap(value), own);
                }
                inherited = both(own, inherited);
            }
            return inherited;
        }
    }

    /** The parents first. */
    private List<MavenProject> lineage() {
        List<MavenProject> lineage = new ArrayList<>();
        for (MavenProject pom = project; pom != null; pom = pom.getParent()) {
            lineage.add(0, pom);
        }
        return lineage;
    }

    /** The build of the project's own POM, and those of its active profiles; without its parents. */
    public static List<BuildBase> buildsOf(MavenProject project) {
        return sections(project, project).stream().map(Section::build).toList();
    }

    private static List<Section> sections(MavenProject project, MavenProject pom) {
        Model model = pom.getOriginalModel();
        if (model == null) {
            return List.of();
        }
        String id = pom.getGroupId() + ":" + pom.getArtifactId() + ":" + pom.getVersion();
        List<String> active = project.getInjectedProfileIds().getOrDefault(id, List.of());
        return Stream.concat(
                        Stream.of(new Section(id, model.getBuild())),
                        model.getProfiles().stream()
                                .filter(profile -> active.contains(profile.getId()))
                                .map(profile -> new Section(id + ", profile " + profile.getId(), profile.getBuild())))
                .filter(section -> section.build() != null)
                .toList();
    }

    private Optional<Origin> origin(MavenProject pom, Section section, boolean managed, boolean ofExecution) {
        String place = section.place() + (managed ? ", pluginManagement" : "");
        return plugins(section.build(), managed)
                .filter(plugin -> plugin.getKey().equals(PluginCoordinates.KEY))
                .findFirst()
                .flatMap(plugin -> ofExecution
                        ? execution(plugin, pom)
                                .flatMap(part -> origin(pom, place + ", execution " + executionId, part))
                        : Optional.of(plugin)
                                .filter(part -> part.isInherited() || pom == project)
                                .flatMap(part -> origin(pom, place, part)));
    }

    private static Stream<Plugin> plugins(BuildBase build, boolean managed) {
        return managed
                ? Optional.ofNullable(build.getPluginManagement()).stream()
                        .flatMap(management -> management.getPlugins().stream())
                : build.getPlugins().stream();
    }

    private Optional<PluginExecution> execution(Plugin plugin, MavenProject pom) {
        return plugin.getExecutions().stream()
                .filter(execution -> execution.getId().equals(executionId))
                .filter(execution -> pom == project
                        || (execution.getInherited() == null ? plugin.isInherited() : execution.isInherited()))
                .findFirst();
    }

    private static Optional<Origin> origin(MavenProject pom, String place, ConfigurationContainer part) {
        return Optional.ofNullable((Xpp3Dom) part.getConfiguration())
                .map(configuration -> new Origin(pom, place, configuration, lineOf(part.getLocation("configuration"))));
    }

    private static OptionalInt lineOf(InputLocation location) {
        return location != null && location.getLineNumber() > 0
                ? OptionalInt.of(location.getLineNumber())
                : OptionalInt.empty();
    }
}
