package io.github.assumerole.goal;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.AwsEndpoints;
import io.github.assumerole.aws.BuildServices;
import io.github.assumerole.aws.CaBundle;
import io.github.assumerole.aws.CallLimits;
import io.github.assumerole.aws.Network;
import io.github.assumerole.aws.SdkLogging;
import io.github.assumerole.aws.SharedSettings;
import io.github.assumerole.aws.profile.FileVersion;
import io.github.assumerole.aws.profile.SharedFilesCache;
import io.github.assumerole.build.BuildConsole;
import io.github.assumerole.build.BuildEndCleanup;
import io.github.assumerole.build.BuildState;
import io.github.assumerole.build.Environment;
import io.github.assumerole.build.EnvironmentProxies;
import io.github.assumerole.build.MfaPrompt;
import io.github.assumerole.build.SettingsProxy;
import io.github.assumerole.build.SettingsServers;
import io.github.assumerole.export.LogMask;
import io.github.assumerole.export.SystemProperties;
import io.github.assumerole.goal.config.BaseCredentialsParameters;
import io.github.assumerole.goal.config.CallLimitParameters;
import io.github.assumerole.goal.config.DefaultSessionName;
import io.github.assumerole.goal.config.EndpointParameters;
import io.github.assumerole.goal.config.InputFiles;
import io.github.assumerole.goal.config.RegionParameter;
import io.github.assumerole.goal.config.RoleParameters;
import io.github.assumerole.oidc.WebIdentity;
import io.github.assumerole.role.AllowedAccounts;
import io.github.assumerole.role.RoleChainRequest;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.text.ConfigurationProblems;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.components.interactivity.Prompter;

/** Parameters of the role, of the base credentials and of the connection to AWS. */
record AwsContextParameters(
        RoleParameters role,
        BaseCredentialsParameters baseCredentials,
        Optional<String> region,
        EndpointParameters endpoints,
        CallLimitParameters limits,
        Optional<String> mfaTokenEnv,
        int minRemainingSeconds) {

    /** The context is invalid if {@code problems} has collected a problem. */
    AwsContext read(
            ConfigurationProblems problems,
            MavenSession session,
            InputFiles files,
            SettingsDecrypter decrypter,
            Prompter prompter,
            Log log) {
        Map<String, String> environment = Environment.of(session.getSystemProperties());
        BuildState state = BuildState.of(session);
        if (SdkLogging.quieten()) {
            BuildEndCleanup.of(session, log::warn).run("the log level of the AWS SDK", SdkLogging::restore);
        }
        BuildEndCleanup.of(session, log::warn).run("clients of " + state, state::close);
        MfaPrompt codes = MfaPrompt.of(mfaTokenEnv, session, prompter, state.mfaCodes(), problems);
        boolean hasInvalidVariable = mfaTokenEnv.isPresent() && codes.promptsUser();
        if (role.caller().mfaSerial().isPresent() && !hasInvalidVariable) {
            codes.rejectWithoutCode(problems);
        }
        if (baseCredentials.webIdentity().isConfigured()) {
            role.rejectUnsendable(problems);
        }
        // One name for all modules: with one for each, every module would need its own session.
        RoleSessionName defaultName =
                DefaultSessionName.of(session.getTopLevelProject().getArtifactId(), environment);
        SharedFilesCache sharedFiles = sharedFiles(state);
        sharedFiles.check(problems);
        AwsEndpoints awsEndpoints = endpoints.read(problems, baseCredentials.profile(), sharedFiles);
        role.session().policies().rejectMissing(problems, files);
        AllowedAccounts allowed = role.allowedAccounts(problems);
        Optional<RoleChainRequest> request =
                role.read(problems, allowed, defaultName, awsEndpoints.hasCustomSts(), minRemainingSeconds);
        SharedSettings shared = new SharedSettings(environment, baseCredentials.profile(), sharedFiles);
        CallLimits callLimits = limits.read(problems, shared);
        Predicate<String> schemes = scheme -> baseCredentials.webIdentity().isConfigured() || awsEndpoints.use(scheme);
        Network network = new Network(
                new SettingsProxy(session.getSettings(), decrypter)
                        .read(problems)
                        .orElse(() ->
                                new EnvironmentProxies(environment, System.getProperties()).read(problems, schemes)),
                schemes.test("https")
                        ? shared.caBundle(
                                problems,
                                file -> state.once(FileVersion.of(file), CaBundle.class, () -> CaBundle.read(file)))
                        : Optional.empty());
        AwsConnection connection = new AwsConnection(
                baseCredentials.read(
                        problems,
                        new SettingsServers(session.getSettings(), decrypter),
                        environment,
                        WebIdentity.audienceIn(
                                request.map(RoleChainRequest::partition).orElse("aws")),
                        callLimits,
                        network,
                        files),
                RegionParameter.read(problems, "region", region),
                awsEndpoints,
                callLimits,
                network);
        request.flatMap(valid -> role.session().name().change(valid.sessionName()))
                .filter(state::isFirst)
                .ifPresent(log::info);
        warnOfUnencrypted(awsEndpoints, state, log);
        request.filter(valid -> awsEndpoints.hasCustomSts())
                .ifPresent(valid -> warnOfIgnoredPolicies(valid, state, log));
        SystemProperties system = new SystemProperties(System.getProperties(), state.shared(), false);
        return new AwsContext(
                connection,
                request,
                role.options(),
                allowed,
                Duration.ofSeconds(minRemainingSeconds),
                request.map(RoleChainRequest::sessionName).orElse(defaultName),
                new BuildServices(
                        codes, system::original, state.sts(), Optional.of(state::once), log::info, Clock.systemUTC()),
                new LogMask(environment::get, () -> BuildConsole.find(System.getProperties()), log::warn),
                state::addIssued);
    }

    static SharedFilesCache sharedFiles(BuildState state) {
        return state.once(SharedFilesCache.class, SharedFilesCache.class, SharedFilesCache::new);
    }

    private static void warnOfUnencrypted(AwsEndpoints endpoints, BuildState state, Log log) {
        EndpointParameters.unencrypted(endpoints).stream()
                .filter(endpoint -> state.isFirst("unencrypted " + endpoint))
                .forEach(endpoint -> log.warn("Endpoint " + endpoint
                        + " uses plain HTTP: credentials are sent and received unencrypted. Use HTTPS."));
    }

    /** A response of STS does not contain the policies that apply. */
    private static void warnOfIgnoredPolicies(RoleChainRequest request, BuildState state, Log log) {
        boolean hasManaged = !request.session().policies().managed().isEmpty();
        if (hasManaged && state.isFirst("policyArns")) {
            log.warn("policyArns: S3-compatible servers such as Ceph RGW may silently ignore managed session policies,"
                    + " which leaves the session over-privileged. Use <policy>.");
        }
    }
}
