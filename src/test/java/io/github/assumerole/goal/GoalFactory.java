package io.github.assumerole.goal;

import io.github.assumerole.build.ScriptedPrompter;
import io.github.assumerole.build.SettingsSecurity;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.logging.Log;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.codehaus.plexus.classworlds.realm.DuplicateRealmException;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/**
 * Creates goals without a container, for property tests, which create many; the configurator of the goals configures
 * them.
 */
final class GoalFactory {
    private final Path directory;
    private final ScriptedPrompter prompter;
    private final Log log;

    GoalFactory(Path directory, ScriptedPrompter prompter, Log log) {
        this.directory = directory;
        this.prompter = prompter;
        this.log = log;
    }

    AbstractMojo create(MavenSession session, MojoExecution execution) throws ComponentConfigurationException {
        AbstractMojo mojo =
                switch (execution.getGoal()) {
                    case "assume-role" -> inject(new AssumeRoleMojo(), session, execution);
                    case "list-buckets" -> inject(new ListBucketsMojo(), session, execution);
                    case "init-rules" -> inject(new InitRulesMojo(), session, execution);
                    case "iam-policy" -> inject(new IamPolicyMojo(), session, execution);
                    default -> inject(new CheckLeaksMojo(), session, execution);
                };
        mojo.setLog(log);
        configure(mojo, session, execution);
        return mojo;
    }

    /** Sets the parameters of a goal as Maven does. */
    static void configure(Mojo mojo, MavenSession session, MojoExecution execution)
            throws ComponentConfigurationException {
        new GoalConfigurator()
                .configureComponent(
                        mojo,
                        new XmlPlexusConfiguration(execution.getConfiguration()),
                        new PluginParameterExpressionEvaluator(session, execution),
                        realm());
    }

    private AbstractMojo inject(AbstractAwsMojo mojo, MavenSession session, MojoExecution execution) {
        mojo.session = session;
        mojo.project = session.getCurrentProject();
        mojo.execution = execution;
        mojo.decrypter = SettingsSecurity.missingIn(directory).decrypter();
        mojo.prompter = prompter;
        return mojo;
    }

    private static AbstractMojo inject(CheckLeaksMojo mojo, MavenSession session, MojoExecution execution) {
        mojo.session = session;
        mojo.project = session.getCurrentProject();
        mojo.execution = execution;
        return mojo;
    }

    /** The element of a parameter, which Maven adds itself if the parameter has a property or a default. */
    static Xpp3Dom element(MojoExecution execution, String parameter) {
        Xpp3Dom configuration = execution.getConfiguration();
        if (configuration.getChild(parameter) == null) {
            configuration.addChild(new Xpp3Dom(parameter));
        }
        return configuration.getChild(parameter);
    }

    /** An element as Maven reads it from a POM. */
    static Xpp3Dom parse(String xml) {
        try {
            return Xpp3DomBuilder.build(new StringReader(xml));
        } catch (XmlPullParserException | IOException invalid) {
            throw new AssertionError(invalid);
        }
    }

    static ClassRealm realm() {
        try {
            return new ClassWorld().newRealm("plugin", GoalFactory.class.getClassLoader());
        } catch (DuplicateRealmException e) {
            throw new IllegalStateException(e);
        }
    }
}
