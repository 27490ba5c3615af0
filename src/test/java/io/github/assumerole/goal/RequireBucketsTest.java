package io.github.assumerole.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import java.util.List;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.enforcer.rule.api.EnforcerRuleError;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.PluginConfigurationException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the enforcer's rule makes of the goal; that both work is up to the integration tests. */
class RequireBucketsTest {
    private static final String VERSION = "1.2.3";

    static final List<Exception> COULD_NOT_LOOK = List.of(
            new MojoExecutionException("denied"),
            new PluginConfigurationException(new PluginDescriptor(), "no such parameter"));

    private final MavenProject project = Build.project("app");
    private final Plugins plugins = new Plugins();
    private final RequireBuckets rule = new RequireBuckets(new Build(project).session(), project, enforcer(), plugins);

    @Test
    void runsGoalOfItsOwnVersion() throws Exception {
        rule.execute();

        assertEquals("io.github.assumerole:assume-role-maven-plugin:" + VERSION, plugins.loaded.getId());
        assertEquals("list-buckets", plugins.executed.getGoal());
    }

    @Test
    void passesDefaultsToGoal() throws Exception {
        rule.execute();

        for (Xpp3Dom parameter : Build.bound("list-buckets").getConfiguration().getChildren()) {
            Xpp3Dom given = plugins.executed.getConfiguration().getChild(parameter.getName());
            assertEquals(parameter.getValue(), given.getValue());
            assertEquals(parameter.getAttribute("default-value"), given.getAttribute("default-value"));
        }
    }

    @Test
    void passesConfigurationToGoal() throws Exception {
        String configured =
                """
                <requiredBuckets><bucket>${artifacts}</bucket><bucket kind="b">logs</bucket></requiredBuckets>""";
        project.getProperties().setProperty("artifacts", "app-artifacts");
        configure("<configuration><maxRows>7</maxRows>" + configured + "</configuration>");
        rule.execute();

        Xpp3Dom configuration = plugins.executed.getConfiguration();
        assertEquals("7", configuration.getChild("maxRows").getValue());
        Xpp3Dom buckets = configuration.getChild("requiredBuckets");
        assertEquals(2, buckets.getChildCount());
        assertEquals("${artifacts}", buckets.getChild(0).getValue());
        assertEquals("logs", buckets.getChild(1).getValue());
        assertEquals("b", buckets.getChild(1).getAttribute("kind"));
        assertEquals(
                "${assume-role.pageSize}", configuration.getChild("pageSize").getValue());
    }

    /** The goal, which knows no other elements, would fail with the words of Maven. */
    @Test
    void rejectsConfigurationThatWouldBeLost() throws Exception {
        configure(
                """
                <configuration><requiredBucket>a</requiredBucket><exportTo>none</exportTo><includes/><quiet>yes</quiet>
                <availableNames>${assume-role.availableNames}</availableNames>
                <forbiddenBuckets>a</forbiddenBuckets><forbiddenBuckets>b</forbiddenBuckets></configuration>""");
        EnforcerRuleError error = assertThrows(EnforcerRuleError.class, rule::execute);

        assertEquals(
                """
                requiredBucket: unknown parameter; did you mean requiredBuckets (list-buckets)?
                exportTo: unknown parameter; remove it, or see the parameters in mvn assume-role:help -Ddetail
                includes: is empty; set a value or remove it
                quiet: is 'yes', expected true or false
                forbiddenBuckets: is given twice, and Maven uses only one; merge the two elements
                availableNames: ${assume-role.availableNames} is not defined; define it or remove <availableNames>""",
                error.getMessage());
        assertNull(plugins.executed);
    }

    @Test
    void failsWhenGateFails() {
        plugins.outcome = new MojoFailureException("Bucket gate failed");
        EnforcerRuleException failed = assertThrows(EnforcerRuleException.class, rule::execute);

        assertEquals(EnforcerRuleException.class, failed.getClass(), "an error would fail at any level");
        assertEquals("Bucket gate failed", failed.getMessage());
        assertSame(plugins.outcome, failed.getCause());
    }

    @ParameterizedTest
    @FieldSource("COULD_NOT_LOOK")
    void isErrorWhenGateIsUndecided(Exception outcome) {
        plugins.outcome = outcome;
        EnforcerRuleError error = assertThrows(EnforcerRuleError.class, rule::execute);

        assertEquals(outcome.getMessage(), error.getMessage());
        assertSame(outcome, error.getCause());
    }

    @Test
    void isNotCachedByEnforcer() {
        assertNull(rule.getCacheId());
    }

    /** As the enforcer configures its rules. */
    private void configure(String configuration) throws Exception {
        Xpp3Dom dom = Xpp3DomBuilder.build(new StringReader("<requireBuckets>" + configuration + "</requireBuckets>"));
        ClassRealm realm = new ClassWorld("enforcer", getClass().getClassLoader()).getRealm("enforcer");
        new BasicComponentConfigurator().configureComponent(rule, new XmlPlexusConfiguration(dom), realm);
    }

    private static MojoExecution enforcer() {
        PluginDescriptor descriptor = new PluginDescriptor();
        descriptor.setArtifacts(List.of(
                jar("org.apache.maven.enforcer", "enforcer-rules", "3.7.0"),
                jar("io.github.assumerole", "assume-role-maven-plugin", VERSION)));
        MojoDescriptor enforce = new MojoDescriptor();
        enforce.setPluginDescriptor(descriptor);
        return new MojoExecution(enforce);
    }

    private static DefaultArtifact jar(String groupId, String artifactId, String version) {
        return new DefaultArtifact(
                groupId, artifactId, version, "runtime", "jar", null, new DefaultArtifactHandler("jar"));
    }

    /** Has this plugin, in whichever version, and runs its goals with the outcome that the test wants. */
    private static final class Plugins implements BuildPluginManager {
        private Plugin loaded;
        private MojoExecution executed;
        private Exception outcome;

        @Override
        public MojoDescriptor getMojoDescriptor(
                Plugin plugin, String goal, List<RemoteRepository> repositories, RepositorySystemSession session) {
            loaded = plugin;
            return PluginXml.goal(goal);
        }

        @Override
        public void executeMojo(MavenSession session, MojoExecution execution)
                throws MojoFailureException, MojoExecutionException, PluginConfigurationException {
            executed = execution;
            if (outcome instanceof MojoFailureException failure) {
                throw failure;
            } else if (outcome instanceof MojoExecutionException error) {
                throw error;
            } else if (outcome instanceof PluginConfigurationException error) {
                throw error;
            }
        }

        @Override
        public PluginDescriptor loadPlugin(
                Plugin plugin, List<RemoteRepository> repositories, RepositorySystemSession session) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ClassRealm getPluginRealm(MavenSession session, PluginDescriptor plugin) {
            throw new UnsupportedOperationException();
        }
    }
}
