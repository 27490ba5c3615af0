package io.github.assumerole.goal.config;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.AwsEndpoints;
import io.github.assumerole.aws.BuildServices;
import io.github.assumerole.aws.SdkLogging;
import io.github.assumerole.build.BuildConsole;
import io.github.assumerole.build.BuildEndCleanup;
import io.github.assumerole.build.BuildState;
import io.github.assumerole.build.Environment;
import io.github.assumerole.build.MfaPrompt;
import io.github.assumerole.build.SettingsProxy;
import io.github.assumerole.build.SettingsServers;
import io.github.assumerole.export.LogMask;
import io.github.assumerole.export.SystemProperties;
import io.github.assumerole.goal.AwsContext;
import io.github.assumerole.oidc.WebIdentity;
import io.github.assumerole.role.AllowedAccounts;
import io.github.assumerole.role.RoleChainRequest;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.text.ConfigurationProblems;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.components.interactivity.Prompter;

/** All parameters that say as whom a goal works, and where, as the POM or the command line has them. */
public record AwsContextParameters(
        RoleParameters role,
        BaseCredentialsParameters origin,
        ConnectionParameters connection,
        String mfaTokenEnv,
        int minRemainingSeconds) {

    /** Who the goal works as; when something is wrong, {@code problems} knows it. */
    public AwsContext read(
            ConfigurationProblems problems,
            MavenSession session,
            SettingsDecrypter decrypter,
            Prompter prompter,
            Log log) {
        Map<String, String> environment = Environment.of(session.getSystemProperties());
        BuildState state = BuildState.of(session);
        if (SdkLogging.quieten()) {
            BuildEndCleanup.of(session, log::warn).run("the log level of the AWS SDK", SdkLogging::restore);
        }
        MfaPrompt codes = MfaPrompt.of(mfaTokenEnv, session, prompter, state.mfaCodes(), problems);
        boolean nameWasRefused = mfaTokenEnv != null && codes.promptsUser();
        if (role.caller().mfaSerial() != null && !nameWasRefused) {
            codes.rejectWithoutCode(problems);
        }
        if (origin.isWebIdentity()) {
            role.refuseWithoutKeys(problems);
        }
        // Of the whole build: with a name for each module, every module would ask STS for a session of its own.
        RoleSessionName defaultName =
                DefaultSessionName.of(session.getTopLevelProject().getArtifactId(), environment);
        AwsEndpoints endpoints = connection.endpoints(problems, origin.profile());
        AllowedAccounts allowed = role.allowedAccounts(problems);
        Optional<RoleChainRequest> plan =
                role.read(problems, allowed, defaultName, endpoints.hasCustomSts(), minRemainingSeconds);
        AwsConnection read = connection.read(
                problems,
                origin.read(
                        problems,
                        new SettingsServers(session.getSettings(), decrypter),
                        environment,
                        WebIdentity.audienceIn(
                                plan.map(RoleChainRequest::partition).orElse("aws")),
                        connection.connectTimeout(),
                        connection.callTimeout()),
                endpoints,
                new SettingsProxy(session.getSettings(), decrypter).read(problems));
        warnOfUnencrypted(endpoints, state, log);
        plan.ifPresent(wanted -> warnOfIgnoredPolicies(wanted, endpoints, state, log));
        SystemProperties system = new SystemProperties(System.getProperties(), state.shared(), false);
        return new AwsContext(
                read,
                plan,
                allowed,
                Duration.ofSeconds(minRemainingSeconds),
                plan.map(RoleChainRequest::sessionName).orElse(defaultName),
                new BuildServices(codes, system::original, state.sts(), log::info, Clock.systemUTC()),
                new LogMask(environment::get, BuildConsole.find(System.getProperties()), log::warn),
                state::addIssued);
    }

    private static void warnOfUnencrypted(AwsEndpoints endpoints, BuildState state, Log log) {
        ConnectionParameters.unencrypted(endpoints).stream()
                .filter(endpoint -> state.isFirst("unencrypted " + endpoint))
                .forEach(endpoint -> log.warn("Endpoint " + endpoint
                        + " uses plain HTTP: credentials are sent and received" + " unencrypted. Use HTTPS."));
    }

    /** No response of STS says which policies it applied. */
    private static void warnOfIgnoredPolicies(
            RoleChainRequest wanted, AwsEndpoints endpoints, BuildState state, Log log) {
        boolean mayBeIgnored = !wanted.session().policies().managed().isEmpty() && endpoints.hasCustomSts();
        if (mayBeIgnored && state.isFirst("policyArns")) {
            log.warn("policyArns: S3-compatible servers such as Ceph RGW may silently ignore managed session policies,"
                    + " which leaves the session over-privileged. Use <policy>.");
        }
    }
}
