package io.github.assumerole.goal;

import io.github.assumerole.aws.AwsEndpoints;
import io.github.assumerole.build.BuildConsole;
import io.github.assumerole.build.BuildState;
import io.github.assumerole.build.CodeArtifactRepositories;
import io.github.assumerole.build.Environment;
import io.github.assumerole.build.PluginCoordinates;
import io.github.assumerole.export.ExportTarget;
import io.github.assumerole.export.ExportTargets;
import io.github.assumerole.export.OutputFile;
import io.github.assumerole.goal.config.CodeArtifactParameters;
import io.github.assumerole.goal.config.DefaultSessionName;
import io.github.assumerole.goal.config.ExportParameters;
import io.github.assumerole.goal.config.GateParameters.Gate;
import io.github.assumerole.goal.config.GatePermissions;
import io.github.assumerole.goal.config.InputFiles;
import io.github.assumerole.goal.config.ParameterPath;
import io.github.assumerole.goal.config.PolicyFormats;
import io.github.assumerole.goal.config.TrustParameters;
import io.github.assumerole.iam.GeneratedPolicies;
import io.github.assumerole.iam.IamFormat;
import io.github.assumerole.iam.Permission;
import io.github.assumerole.iam.PolicyRequest;
import io.github.assumerole.iam.TrustPolicy;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.RoleChainRequest;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Prints the least IAM policies that the configuration requires, ready to paste: the permissions that the role needs
 * for the rules, its trust policy with conditions, and the permissions of the caller. Makes no call: it works offline
 * and without credentials. With {@code mvn -q} it prints only the policies, to standard output.
 *
 * <p>It reads the parameters of assume-role and list-buckets. On the command line these are the plugin's own
 * configuration; for the configuration of an execution, append its ID: {@code assume-role:iam-policy@gate}.
 *
 * @since 1.0.0
 */
@Mojo(name = "iam-policy", requiresProject = false, threadSafe = true, configurator = GoalConfigurator.NAME)
final class IamPolicyMojo extends AbstractGateMojo {
    private static final String LIST_BUCKETS = "list-buckets";

    /** Skips only this goal. */
    @Parameter(property = "assume-role.iamPolicy.skip", defaultValue = "false")
    private boolean skipIamPolicy;

    /**
     * Formats to print, for example {@code terraform}: {@code json} (the default), {@code terraform},
     * {@code cloudformation}. The other report formats of list-buckets, which the same configuration may contain, are
     * ignored.
     */
    @Parameter(property = "assume-role.formats")
    private List<String> formats = List.of();

    /**
     * ARN of the user or role that assumes the role, for example {@code arn:aws:iam::111122223333:role/ci}. The default
     * is the last of {@code sourceRoles}, else the account of the role, with a note in the log.
     */
    @Parameter(property = "assume-role.trustedPrincipal")
    private String trustedPrincipal;

    /**
     * Issuer ({@code iss}) of the OIDC ID token, for example {@code https://gitlab.example.com}. The default is the
     * issuer of GitHub or gitlab.com if {@code webIdentity} is {@code github} or {@code gitlab}; otherwise it is
     * required for a web identity.
     */
    @Parameter(property = "assume-role.webIdentityIssuer")
    private String webIdentityIssuer;

    /**
     * Subject ({@code sub}) of the OIDC ID token, or a pattern with {@code *}, for example
     * {@code repo:acme/shop:ref:refs/heads/main}. By default every subject is trusted, with a note in the log.
     */
    @Parameter(property = "assume-role.webIdentitySubject")
    private String webIdentitySubject;

    /** As for assume-role; {@code codeArtifact} needs permissions of the role. */
    @Parameter(property = "assume-role.exportTo")
    private List<String> exportTo = List.of();

    /** As for assume-role. */
    @Parameter(property = "assume-role.exportServerId")
    private List<String> exportServerId = List.of();

    /** As for assume-role. */
    @Parameter(property = "assume-role.codeArtifactDomain")
    private String codeArtifactDomain;

    /** As for assume-role. */
    @Parameter(property = "assume-role.codeArtifactDomainOwner")
    private String codeArtifactDomainOwner;

    /** As for assume-role. */
    @Parameter(property = "assume-role.codeArtifactRegion")
    private String codeArtifactRegion;

    /**
     * File to write instead of printing, completely or not at all, for example {@code target/policies.json}; only valid
     * with exactly one format. A relative path is resolved against the project directory.
     */
    @Parameter(property = "assume-role.outputFile")
    private File outputFile;

    @Override
    void run(ConfigurationProblems problems) {
        AwsContextParameters aws = awsParameters();
        aws.role().requireArn(problems);
        aws.role().session().policies().rejectMissing(problems, new InputFiles(project, execution));
        Map<String, String> environment = Environment.of(session.getSystemProperties());
        Optional<RoleChainRequest> request = aws.role()
                .read(
                        problems,
                        aws.role().allowedAccounts(problems),
                        DefaultSessionName.of(session.getTopLevelProject().getArtifactId(), environment),
                        false,
                        aws.minRemainingSeconds());
        Gate gate = gate(problems);
        Optional<CodeArtifactRepositories> codeArtifact = codeArtifact(problems);
        List<IamFormat> wanted = new PolicyFormats(formats).read(problems);
        Optional<Path> file = ParameterPath.read(problems, "outputFile", Optional.ofNullable(outputFile));
        if (outputFile != null && wanted.size() > 1) {
            problems.add("outputFile", "takes one format, but <formats> has " + wanted.size() + "; remove the others");
        } else if (wanted.size() > 1 && !getLog().isInfoEnabled()) {
            problems.add("formats", "has " + wanted.size() + " formats, but mvn -q prints one; remove the others");
        }
        Optional<TrustPolicy> trust = request.flatMap(known -> new TrustParameters(
                        Optional.ofNullable(trustedPrincipal),
                        Optional.ofNullable(webIdentityIssuer),
                        Optional.ofNullable(webIdentitySubject))
                .read(known, aws.baseCredentials().webIdentity(), problems));
        AwsEndpoints endpoints = aws.endpoints()
                .read(
                        problems,
                        aws.baseCredentials().profile(),
                        AwsContextParameters.sharedFiles(BuildState.of(session)));
        problems.throwIfAny();

        RoleArn role = fullArn(request.orElseThrow());
        boolean listingHasRegions = !endpoints.hasCustomS3();
        List<Permission> permissions = new ArrayList<>(
                gates(gate) ? new GatePermissions(role.partition(), listingHasRegions).of(gate) : List.of());
        codeArtifact.stream()
                .flatMap(repositories ->
                        repositories.domains(session.getProjects(), aws.region().orElse("*")).stream())
                .map(domain -> domain.arn(role))
                .forEach(arn -> permissions.addAll(Permission.onCodeArtifactDomain(arn)));
        GeneratedPolicies advice = new GeneratedPolicies(new PolicyRequest(
                role, trust.orElseThrow(), permissions, request.orElseThrow().duration()));
        wanted.forEach(format -> write(format, format.render(advice), file));
        advice.notes().forEach(getLog()::info);
        otherConfigurations();
    }

    private Optional<CodeArtifactRepositories> codeArtifact(ConfigurationProblems problems) {
        ExportTargets targets = new ExportParameters(exportTo, exportServerId).read(problems);
        boolean needed = targets.include(ExportTarget.CODE_ARTIFACT);
        CodeArtifactRepositories repositories = new CodeArtifactRepositories(
                targets.serverIds(),
                new CodeArtifactParameters(
                                Optional.ofNullable(codeArtifactDomain),
                                Optional.ofNullable(codeArtifactDomainOwner),
                                Optional.ofNullable(codeArtifactRegion))
                        .read(problems, needed));
        if (needed) {
            repositories.check(session.getProjects(), problems);
        }
        return Optional.of(repositories).filter(any -> needed);
    }

    private void write(IamFormat format, String text, Optional<Path> file) {
        if (file.isPresent()) {
            OutputFile.write("the policies", file.get(), "outputFile", text);
            getLog().info("Policies (" + format + ") -> " + file.get());
        } else if (getLog().isInfoEnabled()) {
            getLog().info(format + ":\n" + text);
        } else {
            // With -q only the result, for a pipe or a redirection.
            PrintStream console =
                    BuildConsole.find(session.getSystemProperties()).orElse(System.out);
            console.print(text);
            if (console.checkError()) { // It also flushes.
                throw new AwsAccessException(
                        "Cannot write the policies to standard output",
                        "an output operation failed.",
                        List.of("check what the output is redirected to, or set <outputFile>"));
            }
        }
    }

    private static RoleArn fullArn(RoleChainRequest request) {
        return request.target()
                .arn()
                .orElseThrow(() -> new InvalidConfigurationException(
                        "roleArn",
                        "'" + request.target()
                                + "' is only a role name, and this goal makes no call that resolves it; the"
                                + " full role ARN is required"));
    }

    /** A project that only assumes the role needs no permission on buckets. */
    private boolean gates(Gate gate) {
        List<PluginExecution> executions = plugin().map(Plugin::getExecutions).orElse(List.of());
        return !gate.policy().rules().isEmpty()
                || executions.isEmpty()
                || executions.stream().anyMatch(declared -> declared.getGoals().contains(LIST_BUCKETS));
    }

    /** Logs which configurations were not read, in case the rules are in one of them. */
    private void otherConfigurations() {
        plugin().stream()
                .flatMap(plugin -> plugin.getExecutions().stream()
                        .filter(declared -> !Objects.equals(declared.getConfiguration(), plugin.getConfiguration())))
                .map(PluginExecution::getId)
                .filter(id -> !id.equals(execution.getExecutionId()))
                .forEach(id -> getLog().info("The execution '" + id
                        + "' has its own configuration; to print its policies: mvn assume-role:iam-policy@" + id));
    }

    private Optional<Plugin> plugin() {
        return Optional.ofNullable(project.getPlugin(PluginCoordinates.KEY));
    }
}
