package io.github.assumerole.goal.config.check;

import io.github.assumerole.build.ConfigurationOrigins;
import io.github.assumerole.build.PluginCoordinates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.BuildBase;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** This plugin in the POM of a project. Maven passes only the elements that the goal knows; here is the rest, too. */
public record DeclaredPlugin(MavenProject project) {
    /**
     * The plugin as merged from the POM, its parents, profiles and pluginManagement, then as the project's own POM
     * declares it: an empty element is lost when Maven merges it with a value of a parent.
     */
    List<Plugin> all() {
        List<Plugin> all = new ArrayList<>();
        merged().ifPresent(all::add);
        for (BuildBase build : ConfigurationOrigins.buildsOf(project)) {
            in(build).ifPresent(all::add);
            in(build.getPluginManagement()).ifPresent(all::add);
        }
        return all;
    }

    /** The configuration of an execution, without the elements that Maven adds for its parameters. */
    Optional<Xpp3Dom> configuration(String executionId) {
        return merged().map(plugin -> Optional.<ConfigurationContainer>ofNullable(
                                plugin.getExecutionsAsMap().get(executionId))
                        .orElse(plugin))
                .map(part -> (Xpp3Dom) part.getConfiguration());
    }

    /** As merged by Maven; that of pluginManagement if there is no other, as for a goal on the command line. */
    public Optional<Plugin> merged() {
        return in(project.getBuild()).or(() -> in(project.getPluginManagement()));
    }

    private static Optional<Plugin> in(PluginContainer plugins) {
        return Optional.ofNullable(plugins).map(some -> some.getPluginsAsMap().get(PluginCoordinates.KEY));
    }
}
