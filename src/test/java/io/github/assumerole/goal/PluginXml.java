package io.github.assumerole.goal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.codehaus.plexus.configuration.PlexusConfigurationException;

/** The plugin's descriptor, as the build has just made it and as Maven will read it. */
final class PluginXml {
    private final PluginDescriptor descriptor = read();

    MojoDescriptor goal(String name) {
        return descriptor.getMojo(name);
    }

    List<MojoDescriptor> goals() {
        return descriptor.getMojos();
    }

    private static PluginDescriptor read() {
        try (Reader xml = new InputStreamReader(
                PluginXml.class.getResourceAsStream("/META-INF/maven/plugin.xml"), StandardCharsets.UTF_8)) {
            return new PluginDescriptorBuilder().build(xml);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (PlexusConfigurationException exception) {
            throw new IllegalStateException("plugin.xml makes no sense", exception);
        }
    }
}
