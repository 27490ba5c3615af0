package io.github.assumerole.goal;

import io.github.assumerole.aws.Aws;
import io.github.assumerole.aws.AwsConnection;
import io.github.assumerole.aws.BuildServices;
import io.github.assumerole.build.BuildState;
import io.github.assumerole.codeartifact.AuthorizationTokens;
import io.github.assumerole.export.LogMask;
import io.github.assumerole.role.AllowedAccounts;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.AwsAccessException;
import io.github.assumerole.role.BaseCredentialsSource;
import io.github.assumerole.role.Caller;
import io.github.assumerole.role.RoleChainRequest;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.text.ConfigurationProblems;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Role, credentials and connection of a goal, from valid parameters.
 *
 * @param request the role to assume; empty if none is configured
 * @param roleOptions the configured parameters that apply to that role only
 * @param minRemaining a session that expires within this time is renewed
 * @param name session name, also for a role profile without one
 * @param mask masks each new session in the log of a CI server
 * @param issued records each new session for check-leaks
 */
record AwsContext(
        AwsConnection connection,
        Optional<RoleChainRequest> request,
        Set<String> roleOptions,
        AllowedAccounts allowed,
        Duration minRemaining,
        RoleSessionName name,
        BuildServices services,
        LogMask mask,
        Consumer<SessionCredentials> issued) {

    Aws aws() {
        return new Aws(connection, services, name);
    }

    /** The role of the configured profile, which is used if no role is configured. */
    Optional<AssumeRoleRequest> profileRole() {
        // Before any class of the SDK is loaded.
        return request.isPresent() || connection.profile().isEmpty() ? Optional.empty() : aws().profileRole();
    }

    /** Rejects parameters of a role that the role of the profile would ignore. */
    void rejectRoleOptions(ConfigurationProblems problems) {
        roleOptions.forEach(parameter -> problems.add(
                parameter,
                "applies to roleArn, which is not set, not to the role of the profile "
                        + connection.profile().orElseThrow()
                        + "; set <roleArn>, or remove this parameter and set the line of the profile"));
    }

    /** Assumes the role, or that of the profile, or reuses its session of this build. */
    RoleSession assume() {
        RoleSessions sessions = new RoleSessions(this);
        return request.map(sessions::open)
                .orElseGet(() -> sessions.open(profileRole().orElseThrow()));
    }

    /**
     * Identity of the base credentials; empty with a web identity token or the role of a profile, or if
     * GetCallerIdentity fails.
     */
    Optional<Caller> caller() {
        if (request.isEmpty() || connection.origin() instanceof BaseCredentialsSource.WebIdentity) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RoleSessions(this).caller());
        } catch (AwsAccessException unknown) {
            return Optional.empty();
        }
    }

    /** CodeArtifact, which issues each token once per build; new ones are masked and recorded before they are used. */
    AuthorizationTokens authorizationTokens(BuildState state) {
        return (session, domain) -> {
            String endpoint =
                    connection.endpoints().codeArtifact().map(URI::toString).orElse("AWS");
            return state.tokens()
                    .get(
                            session.accessKeyId() + " " + domain + " " + endpoint,
                            cached -> true,
                            "Cannot get an authorization token for the CodeArtifact domain " + domain,
                            () -> {
                                Secret token = aws().authorizationTokens().request(session, domain);
                                mask.register(token);
                                state.addIssued(session, "CodeArtifact token of " + domain, token);
                                return token;
                            });
        };
    }
}
