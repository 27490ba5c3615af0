package io.github.assumerole.goal;

import io.github.assumerole.build.PluginCoordinates;
import io.github.assumerole.goal.config.check.ConfigurationCheck;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.enforcer.rule.api.AbstractEnforcerRule;
import org.apache.maven.enforcer.rule.api.EnforcerRuleError;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Rule {@code requireBuckets} for maven-enforcer-plugin 3.2.1 or newer: runs goal {@code list-buckets}, so that both
 * evaluate rules in the same way.
 *
 * <pre>
 * &lt;requireBuckets&gt;
 *   &lt;configuration&gt;
 *     &lt;roleArn&gt;arn:aws:iam::111122223333:role/deployer&lt;/roleArn&gt;
 *     &lt;requiredBuckets&gt;
 *       &lt;bucket&gt;app-artifacts&lt;/bucket&gt;
 *     &lt;/requiredBuckets&gt;
 *   &lt;/configuration&gt;
 * &lt;/requireBuckets&gt;
 * </pre>
 *
 * <p>A violation fails the rule, which its {@code level} can turn into a warning. Rules that cannot be evaluated and
 * configuration errors fail the build at any level.
 *
 * <p>META-INF/plexus/components.xml registers this class; the goals do not load it, and so do not need the enforcer.
 *
 * @since 1.0.0
 */
final class RequireBuckets extends AbstractEnforcerRule {
    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution enforcer;
    private final BuildPluginManager plugins;

    /**
     * Configuration of the goal: any of its parameters. The default is none; user properties apply as they do for the
     * goal.
     *
     * @since 1.0.0
     */
    private PlexusConfiguration configuration;

    @Inject
    RequireBuckets(MavenSession session, MavenProject project, MojoExecution enforcer, BuildPluginManager plugins) {
        this.session = session;
        this.project = project;
        this.enforcer = enforcer;
        this.plugins = plugins;
    }

    @Override
    public void execute() throws EnforcerRuleException {
        try {
            MojoExecution execution = new MojoExecution(goal(), "requireBuckets");
            execution.setConfiguration(configurationOf(execution));
            plugins.executeMojo(session, execution);
        } catch (MojoFailureException violation) {
            throw new EnforcerRuleException(violation.getMessage(), violation);
        } catch (Exception error) {
            throw new EnforcerRuleError(error.getMessage(), error);
        }
    }

    /** The goal in its own class realm, in the version of this class. */
    private MojoDescriptor goal() throws Exception {
        Artifact jar = enforcer.getMojoDescriptor()
                .getPluginDescriptor()
                .getArtifactMap()
                .get(PluginCoordinates.KEY);
        Plugin plugin = new Plugin();
        plugin.setGroupId(jar.getGroupId());
        plugin.setArtifactId(jar.getArtifactId());
        plugin.setVersion(jar.getBaseVersion());
        return plugins.getMojoDescriptor(
                plugin, "list-buckets", project.getRemotePluginRepositories(), session.getRepositorySession());
    }

    /** Merged with the goal's defaults, which Maven adds only to executions bound to a phase or on the command line. */
    private Xpp3Dom configurationOf(MojoExecution execution) {
        Xpp3Dom defaults = dom(execution.getMojoDescriptor().getMojoConfiguration());
        if (configuration == null) {
            return defaults;
        }
        Xpp3Dom configured = dom(configuration);
        ConfigurationProblems problems = new ConfigurationProblems();
        new ConfigurationCheck(session, project, execution).checkElements(configured, problems);
        problems.throwIfAny();
        return Xpp3Dom.mergeXpp3Dom(configured, defaults);
    }

    /** Keeps expressions, which the goal evaluates. */
    private static Xpp3Dom dom(PlexusConfiguration element) {
        Xpp3Dom dom = new Xpp3Dom(element.getName());
        dom.setValue(element.getValue(null));
        Stream.of(element.getAttributeNames()).forEach(name -> dom.setAttribute(name, element.getAttribute(name)));
        Stream.of(element.getChildren()).map(RequireBuckets::dom).forEach(dom::addChild);
        return dom;
    }
}
