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

/** Plugin descriptor that the build has generated. */
public final class PluginXml {
    private static final PluginDescriptor DESCRIPTOR = read();

    private PluginXml() {}

    /** Null if there is none. */
    public static MojoDescriptor goal(String name) {
        return DESCRIPTOR.getMojo(name);
    }

    public static List<MojoDescriptor> goals() {
        return DESCRIPTOR.getMojos();
    }

    private static PluginDescriptor read() {
        try (Reader xml = new InputStreamReader(
                PluginXml.class.getResourceAsStream("/META-INF/maven/plugin.xml"), StandardCharsets.UTF_8)) {
            return new PluginDescriptorBuilder().build(xml);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (PlexusConfigurationException exception) {
            throw new IllegalStateException("plugin.xml is invalid", exception);
        }
    }
}
