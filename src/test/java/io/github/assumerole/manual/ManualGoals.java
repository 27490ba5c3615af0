package io.github.assumerole.manual;

import io.github.assumerole.build.PluginCoordinates;
import io.github.assumerole.goal.PluginXml;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** The goals of this plugin, from its descriptor, and how command lines name them. */
final class ManualGoals {
    static final Model PLUGIN_POM = readPom(Markdown.root().resolve("pom.xml"));

    private static final String PREFIX = "assume-role";

    private ManualGoals() {}

    private static Model readPom(Path pom) {
        try (Reader xml = Files.newBufferedReader(pom)) {
            return new MavenXpp3Reader().read(xml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XmlPullParserException e) {
            throw new IllegalStateException(e);
        }
    }

    static Set<String> parameters() {
        Set<String> names = new TreeSet<>();
        PluginXml.goals()
                .forEach(goal -> parameters(goal).map(Parameter::getName).forEach(names::add));
        return names;
    }

    /** @throws IllegalArgumentException if there is none */
    static MojoDescriptor named(String name) {
        return Optional.ofNullable(PluginXml.goal(name))
                .orElseThrow(() -> new IllegalArgumentException("this plugin has no goal '" + name + "'"));
    }

    /**
     * The goal that an argument of Maven names, without the execution; empty if it is no goal of this plugin.
     *
     * @throws IllegalArgumentException for a version other than that of this project
     */
    static Optional<MojoDescriptor> of(String argument) {
        String[] parts = argument.split("@")[0].split(":");
        String goal = parts[parts.length - 1];
        if (parts.length == 2 && parts[0].equals(PREFIX)) {
            return Optional.of(named(goal));
        }
        if (parts.length < 3 || !PluginCoordinates.KEY.equals(parts[0] + ":" + parts[1])) {
            return Optional.empty();
        }
        if (parts.length == 4) {
            requireVersion(parts[2]);
        }
        return Optional.of(named(goal));
    }

    static void requireVersion(String version) {
        if (!version.equals(PLUGIN_POM.getVersion())) {
            throw new IllegalArgumentException(
                    "version '" + version + "' of this plugin; this project has " + PLUGIN_POM.getVersion());
        }
    }

    static List<MojoDescriptor> withElement(Predicate<String> name) {
        return with(parameter -> name.test(parameter.getName()));
    }

    static List<MojoDescriptor> withProperty(Predicate<String> property) {
        return with(parameter -> parameter.getExpression() != null
                && property.test(parameter.getExpression().replaceAll("[${}]", "")));
    }

    private static List<MojoDescriptor> with(Predicate<Parameter> parameter) {
        return PluginXml.goals().stream()
                .filter(goal -> parameters(goal).anyMatch(parameter))
                .toList();
    }

    static Stream<Parameter> parameters(MojoDescriptor goal) {
        return goal.getParameters() == null ? Stream.empty() : goal.getParameters().stream();
    }
}
