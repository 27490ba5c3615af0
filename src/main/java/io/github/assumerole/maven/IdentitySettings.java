package io.github.assumerole.maven;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.AwsEndpoints;
import io.github.assumerole.aws.SdkLogging;
import io.github.assumerole.aws.Surroundings;
import io.github.assumerole.aws.WebIdentity;
import io.github.assumerole.role.AllowedAccounts;
import io.github.assumerole.role.DefaultSessionName;
import io.github.assumerole.role.RolePlan;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.Validation;
import io.github.assumerole.sink.LogMask;
import io.github.assumerole.sink.SystemProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.components.interactivity.Prompter;

/** All parameters that say as whom a goal works, and where, as the POM or the command line has them. */
record IdentitySettings(
        RoleSettings role,
        OriginSettings origin,
        ConnectionSettings connection,
        String mfaTokenEnv,
        int minRemainingSeconds) {

    /** Who the goal works as; when something is wrong, {@code validation} knows it. */
    Identity read(
            Validation validation, MavenSession session, SettingsDecrypter decrypter, Prompter prompter, Log log) {
        Map<String, String> environment = Environment.of(session.getSystemProperties());
        BuildState state = BuildState.of(session);
        if (SdkLogging.quieten()) {
            BuildEndCleanup.of(session, log::warn).run("the log level of the AWS SDK", SdkLogging::restore);
        }
        MfaPrompt codes = MfaPrompt.of(mfaTokenEnv, session, prompter, state.mfaCodes(), validation);
        boolean nameWasRefused = mfaTokenEnv != null && codes.asksUser();
        if (role.caller().mfaSerial() != null && !nameWasRefused) {
            codes.rejectWithoutCode(validation);
        }
        if (origin.isWebIdentity()) {
            role.refuseWithoutKeys(validation);
        }
        // Of the whole build: with a name for each module, every module would ask STS for a session of its own.
        RoleSessionName defaultName =
                DefaultSessionName.of(session.getTopLevelProject().getArtifactId(), environment);
        AwsEndpoints endpoints = connection.endpoints(validation, origin.profile());
        AllowedAccounts allowed = role.allowedAccounts(validation);
        Optional<RolePlan> plan =
                role.read(validation, allowed, defaultName, endpoints.hasCustomSts(), minRemainingSeconds);
        AwsConnection read = connection.read(
                validation,
                origin.read(
                        validation,
                        new SettingsServers(session.getSettings(), decrypter),
                        environment,
                        WebIdentity.audienceIn(plan.map(RolePlan::partition).orElse("aws")),
                        connection.connectTimeout(),
                        connection.callTimeout()),
                endpoints,
                new SettingsProxy(session.getSettings(), decrypter).read(validation));
        warnOfUnencrypted(endpoints, state, log);
        plan.ifPresent(wanted -> warnOfIgnoredPolicies(wanted, endpoints, state, log));
        SystemProperties system = new SystemProperties(System.getProperties(), state.shared(), false);
        return new Identity(
                read,
                plan,
                allowed,
                Duration.ofSeconds(minRemainingSeconds),
                plan.map(RolePlan::sessionName).orElse(defaultName),
                new Surroundings(codes, system::original, state.sts(), log::info, Clock.systemUTC()),
                new LogMask(environment::get, BuildConsole.find(System.getProperties()), log::warn),
                state::addIssued);
    }

    private static void warnOfUnencrypted(AwsEndpoints endpoints, BuildState state, Log log) {
        ConnectionSettings.unencrypted(endpoints).stream()
                .filter(endpoint -> state.isFirst("unencrypted " + endpoint))
                .forEach(endpoint -> log.warn("Endpoint " + endpoint
                        + " uses plain HTTP: credentials are sent and received" + " unencrypted. Use HTTPS."));
    }

    /** No response of STS says which policies it applied. */
    private static void warnOfIgnoredPolicies(RolePlan wanted, AwsEndpoints endpoints, BuildState state, Log log) {
        boolean mayBeIgnored = !wanted.session().policies().managed().isEmpty() && endpoints.hasCustomSts();
        if (mayBeIgnored && state.isFirst("policyArns")) {
            log.warn("policyArns: S3-compatible servers such as Ceph RGW may silently ignore managed session policies,"
                    + " which leaves the session over-privileged. Use <policy>.");
        }
    }
}
