package io.github.assumerole.goal.config.check;

import io.github.assumerole.build.PluginCoordinates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.BuildBase;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.model.Profile;
import org.apache.maven.project.MavenProject;

/** This plugin in the POM of a project. Maven passes only the elements that the goal knows; here is the rest, too. */
record DeclaredPlugin(MavenProject project) {

    /**
     * The plugin as merged from the POM, its parents, profiles and pluginManagement, then as the project's own POM
     * declares it: an empty element is lost when Maven merges it with a value of a parent.
     */
    List<Plugin> all() {
        List<Plugin> all = new ArrayList<>();
        merged().ifPresent(all::add);
        Model own = project.getOriginalModel();
        if (own != null) {
            addFrom(own.getBuild(), all);
            List<String> active = project.getInjectedProfileIds()
                    .getOrDefault(
                            project.getGroupId() + ":" + project.getArtifactId() + ":" + project.getVersion(),
                            List.of());
            for (Profile profile : own.getProfiles()) {
                if (active.contains(profile.getId())) {
                    addFrom(profile.getBuild(), all);
                }
            }
        }
        return all;
    }

    /** As Maven finds the configuration of a goal on the command line. */
    private Optional<Plugin> merged() {
        return Optional.ofNullable(project.getPlugin(PluginCoordinates.KEY))
                .or(() -> managed(project.getPluginManagement()));
    }

    private static Optional<Plugin> managed(PluginManagement management) {
        return Optional.ofNullable(management)
                .map(PluginContainer::getPluginsAsMap)
                .map(plugins -> plugins.get(PluginCoordinates.KEY));
    }

    private static void addFrom(BuildBase build, List<Plugin> all) {
        if (build != null) {
            Optional.ofNullable(build.getPluginsAsMap().get(PluginCoordinates.KEY))
                    .ifPresent(all::add);
            managed(build.getPluginManagement()).ifPresent(all::add);
        }
    }
}
