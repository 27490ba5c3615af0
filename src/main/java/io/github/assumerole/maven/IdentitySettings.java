package io.github.assumerole.maven;

import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.Surroundings;
import io.github.assumerole.aws.WebIdentity;
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
        BuildMemory memory = new BuildMemory(session);
        MfaPrompt codes = MfaPrompt.of(mfaTokenEnv, session, prompter, memory.mfaCodes(), validation);
        boolean nameWasRefused = mfaTokenEnv != null && codes.asksUser();
        if (role.mfaSerial() != null && !nameWasRefused) {
            codes.refuseIfUnanswerable(validation);
        }
        if (origin.isWebIdentity()) {
            role.refuseWithoutKeys(validation);
        }
        // Of the whole build: with a name for each module, every module would ask STS for a session of its own.
        RoleSessionName defaultName =
                DefaultSessionName.of(session.getTopLevelProject().getArtifactId(), environment);
        Optional<RolePlan> plan =
                role.read(validation, defaultName, connection.hasOwnSts(environment), minRemainingSeconds);
        AwsConnection read = connection.read(
                validation,
                origin.read(
                        validation,
                        new SettingsServers(session.getSettings(), decrypter),
                        environment,
                        WebIdentity.audienceIn(role.partition()),
                        connection.connectTimeout(),
                        connection.callTimeout()),
                new SettingsProxy(session.getSettings(), decrypter).read(validation));
        warnOfReaders(environment, memory, log);
        plan.ifPresent(wanted -> warnOfOversight(wanted, environment, memory, log));
        SystemProperties system = new SystemProperties(System.getProperties(), memory.shared(), false);
        return new Identity(
                read,
                plan,
                role.guard(validation),
                Duration.ofSeconds(minRemainingSeconds),
                plan.map(RolePlan::sessionName).orElse(defaultName),
                new Surroundings(codes, system::original, memory.answers(), log::info, Clock.systemUTC()),
                new LogMask(environment::get, BuildConsole.find(System.getProperties()), log::warn),
                memory::rememberIssued);
    }

    private void warnOfReaders(Map<String, String> environment, BuildMemory memory, Log log) {
        connection.unencrypted(environment).stream()
                .filter(endpoint -> memory.isNews("unencrypted " + endpoint))
                .forEach(endpoint ->
                        log.warn("The endpoint " + endpoint + " is plain http: credentials go there, and come"
                                + " from there, for all on the way to read. Use https."));
    }

    /** No answer of STS tells which policies it has seen. */
    private void warnOfOversight(RolePlan wanted, Map<String, String> environment, BuildMemory memory, Log log) {
        boolean mayBeOverlooked = !wanted.policyArns().isEmpty() && connection.hasOwnSts(environment);
        if (mayBeOverlooked && memory.isNews("policyArns")) {
            log.warn("policyArns: an STS that is not AWS's own may overlook them without a word, as Ceph RGW does, and"
                    + " the session may then do more than you mean. RGW enforces <policy>.");
        }
    }
}
