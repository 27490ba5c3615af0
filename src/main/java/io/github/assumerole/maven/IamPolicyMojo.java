package io.github.assumerole.maven;

import io.github.assumerole.aws.AwsEndpoints;
import io.github.assumerole.iam.IamAdvice;
import io.github.assumerole.iam.IamFormat;
import io.github.assumerole.iam.Permission;
import io.github.assumerole.iam.RoleNeeds;
import io.github.assumerole.iam.Trust;
import io.github.assumerole.role.DefaultSessionName;
import io.github.assumerole.role.InvalidConfiguration;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.RolePlan;
import io.github.assumerole.role.Validation;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.components.interactivity.Prompter;

/**
 * Prints the least IAM policies that the configuration needs, ready to paste: what the role must be allowed for the
 * rules to be checked, whom it must trust and on which conditions, and what the caller must be allowed. Nobody is
 * asked: it works offline and without credentials.
 *
 * <p>It looks at the same parameters as {@code list-buckets} and {@code assume-role}. On the command line that is the
 * configuration of the plugin itself; for that of an execution, name it: {@code assume-role:iam-policy@gate}.
 *
 * @since 1.0.0
 */
@Mojo(name = "iam-policy", requiresProject = false, threadSafe = true)
final class IamPolicyMojo extends AbstractGateMojo {
    private static final String LIST_BUCKETS = "list-buckets";

    /**
     * Skips this goal, and no other.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.iamPolicy.skip", defaultValue = "false")
    private boolean skipIamPolicy;

    /**
     * In which forms to print, several at once: {@code json} (the default), {@code terraform}, {@code cloudformation}.
     * The other forms of list-buckets' reports, which may stand in the same configuration, are passed over.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.formats")
    private List<String> formats;

    /**
     * The ARN of the user or role that assumes the role. The default is the last of {@code sourceRoles}, else the whole
     * account of the role, and a line says so.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.trustedPrincipal")
    private String trustedPrincipal;

    /**
     * Who issues the web identity token: its {@code iss}. The default is that of GitHub or of gitlab.com, when
     * {@code webIdentity} is one of the two.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.webIdentityIssuer")
    private String webIdentityIssuer;

    /**
     * Whose web identity token is trusted: its {@code sub}, or a pattern with {@code *} for it, such as
     * {@code repo:acme/shop:ref:refs/heads/main}. Without one, a line says that everybody's is.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.webIdentitySubject")
    private String webIdentitySubject;

    /**
     * A file to write instead of printing; with one form only.
     *
     * @since 1.0.0
     */
    @Parameter(property = "assume-role.outputFile")
    private File outputFile;

    @Inject
    IamPolicyMojo(
            MavenSession session,
            MavenProject project,
            MojoExecution execution,
            SettingsDecrypter decrypter,
            Prompter prompter) {
        super(session, project, execution, decrypter, prompter);
    }

    @Override
    void run() {
        Validation validation = new Validation();
        requireRole(validation);
        IdentitySettings settings = settings();
        settings.refuseLost(lostValues(), validation);
        Map<String, String> environment = Environment.of(session.getSystemProperties());
        Optional<RolePlan> plan = settings.role()
                .read(
                        validation,
                        settings.role().allowedAccounts(validation),
                        DefaultSessionName.of(session.getTopLevelProject().getArtifactId(), environment),
                        false,
                        settings.minRemainingSeconds());
        Gate gate = gate(validation);
        List<IamFormat> wanted = new PolicyFormats(formats).read(validation);
        Optional<Path> file = ParameterPath.read(validation, "outputFile", outputFile);
        if (outputFile != null && wanted.size() > 1) {
            validation.refuse("outputFile", "holds one form, but formats has " + wanted.size());
        }
        Optional<Trust> trust =
                plan.flatMap(known -> new TrustSettings(trustedPrincipal, webIdentityIssuer, webIdentitySubject)
                        .read(known, settings.origin(), validation));
        AwsEndpoints endpoints =
                settings.connection().endpoints(validation, settings.origin().profile());
        validation.finish();

        RoleArn role = fullArn(plan.orElseThrow());
        boolean listingTellsRegions = !endpoints.hasCustomS3();
        List<Permission> permissions =
                gates(gate) ? new GatePermissions(role.partition(), listingTellsRegions).of(gate) : List.of();
        IamAdvice advice = new IamAdvice(new RoleNeeds(
                role, trust.orElseThrow(), permissions, plan.orElseThrow().duration()));
        wanted.forEach(format -> hand(format, format.render(advice), file));
        advice.notes().forEach(getLog()::info);
        otherConfigurations();
    }

    private void hand(IamFormat format, String text, Optional<Path> file) {
        if (file.isEmpty()) {
            getLog().info(format + ":\n" + text);
            return;
        }
        OutputFile.write("the policies", file.get(), "outputFile", text);
        getLog().info("The policies, as " + format + " -> " + file.get());
    }

    private static RoleArn fullArn(RolePlan plan) {
        return plan.target()
                .arn()
                .orElseThrow(() -> new InvalidConfiguration(
                        "roleArn",
                        "'" + plan.target() + "' is only a role name, and this goal makes no call that resolves it; the"
                                + " full role ARN is required"));
    }

    /** A project that only assumes the role has no use for a permission on buckets. */
    private boolean gates(Gate gate) {
        List<PluginExecution> executions = plugin().map(Plugin::getExecutions).orElse(List.of());
        return !gate.policy().isEmpty()
                || executions.isEmpty()
                || executions.stream().anyMatch(declared -> declared.getGoals().contains(LIST_BUCKETS));
    }

    /** Tells of configurations that were not looked at, for whoever wonders where the rules are. */
    private void otherConfigurations() {
        plugin().stream()
                .flatMap(plugin -> plugin.getExecutions().stream()
                        .filter(declared -> !Objects.equals(declared.getConfiguration(), plugin.getConfiguration())))
                .map(PluginExecution::getId)
                .filter(id -> !id.equals(execution.getExecutionId()))
                .forEach(id -> getLog().info("The execution '" + id
                        + "' has a configuration of its own; for its policies: mvn assume-role:iam-policy@" + id));
    }

    private Optional<Plugin> plugin() {
        return Optional.ofNullable(project.getPlugin(ThisPlugin.KEY));
    }

    @Override
    boolean skipsThisGoal() {
        return skipIamPolicy;
    }

    @Override
    String goalInProperties() {
        return "iamPolicy";
    }
}
