package io.github.assumerole.goal.config.check;

import io.github.assumerole.build.PluginCoordinates;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.BuildBase;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
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
        add(project.getBuild(), all);
        if (all.isEmpty()) {
            add(project.getPluginManagement(), all); // As Maven does for a goal on the command line.
        }
        Model own = project.getOriginalModel();
        if (own != null) {
            addFrom(own.getBuild(), all);
            String id = String.join(":", project.getGroupId(), project.getArtifactId(), project.getVersion());
            List<String> active = project.getInjectedProfileIds().getOrDefault(id, List.of());
            for (Profile profile : own.getProfiles()) {
                if (active.contains(profile.getId())) {
                    addFrom(profile.getBuild(), all);
                }
            }
        }
        return all;
    }

    private static void addFrom(BuildBase build, List<Plugin> all) {
        if (build != null) {
            add(build, all);
            add(build.getPluginManagement(), all);
        }
    }

    private static void add(PluginContainer plugins, List<Plugin> all) {
        Plugin plugin = plugins == null ? null : plugins.getPluginsAsMap().get(PluginCoordinates.KEY);
        if (plugin != null) {
            all.add(plugin);
        }
    }
}
