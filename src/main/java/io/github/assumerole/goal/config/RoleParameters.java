package io.github.assumerole.goal.config;

import io.github.assumerole.oidc.WebIdentity;
import io.github.assumerole.role.AllowedAccounts;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.CallerOptions;
import io.github.assumerole.role.RoleChainRequest;
import io.github.assumerole.role.RoleNameOrArn;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.SessionOptions;
import io.github.assumerole.text.ConfigurationProblems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The parameters that describe a role and its session, as the POM or the command line has them. */
public record RoleParameters(
        String roleArn,
        List<String> sourceRoles,
        List<String> allowedAccountIds,
        SessionParameters session,
        CallerParameters caller) {
    private static final int MAX_CHAINED_SECONDS = (int) AssumeRoleRequest.MAX_CHAINED.toSeconds();

    public RoleParameters {
        sourceRoles = sourceRoles == null ? List.of() : sourceRoles;
    }

    /** The accounts that may be used; {@code problems} collects what is invalid. */
    public AllowedAccounts allowedAccounts(ConfigurationProblems problems) {
        return AllowedAccounts.read(problems, allowedAccountIds);
    }

    /**
     * The role to assume; empty if none is configured, or if {@code problems} has collected a problem.
     *
     * @param defaultName the session name if none is configured
     * @param customSts whether STS is a custom endpoint, whose ARNs may have no account IDs
     */
    public Optional<RoleChainRequest> read(
            ConfigurationProblems problems,
            AllowedAccounts allowed,
            RoleSessionName defaultName,
            boolean customSts,
            int minRemainingSeconds) {
        Optional<RoleNameOrArn> target = problems.optional("roleArn", roleArn, RoleNameOrArn::parse);
        List<RoleNameOrArn> sources = problems.all("sourceRoles", sourceRoles, RoleNameOrArn::parse);
        if (!customSts) {
            target.ifPresent(role -> refuseWithoutAccount(problems, "roleArn", role));
            sources.forEach(role -> refuseWithoutAccount(problems, "sourceRoles", role));
        }
        if (roleArn == null && !sources.isEmpty()) {
            problems.add("sourceRoles", "is set, but not roleArn, the role to assume in the end");
        }
        RoleSessionName name = problems.optional("roleSessionName", session.roleSessionName(), RoleSessionName::new)
                .orElse(defaultName);
        int seconds = problems.between(
                "durationSeconds",
                session.durationSeconds(),
                AssumeRoleRequest.MIN_SECONDS,
                AssumeRoleRequest.MAX_SECONDS);
        if (seconds >= AssumeRoleRequest.MIN_SECONDS) {
            refuseEndlessRenewal(
                    problems,
                    sources.isEmpty() ? seconds : Math.min(seconds, MAX_CHAINED_SECONDS),
                    minRemainingSeconds);
        }
        SessionOptions sessionOptions = session.options(problems);
        CallerOptions callerOptions = caller.read(problems);
        target.flatMap(RoleNameOrArn::arn).ifPresent(arn -> allowed.check(problems, arn));
        return target.filter(role -> problems.isEmpty())
                .map(role -> new RoleChainRequest(
                        sources, role, name, Duration.ofSeconds(seconds), callerOptions, sessionOptions));
    }

    /** Rejects what AssumeRoleWithWebIdentity, the first call with a web identity token, has no parameters for. */
    void refuseWithoutKeys(ConfigurationProblems problems) {
        Set<String> configured = new TreeSet<>();
        addIf(configured, caller.sourceIdentity() != null, "sourceIdentity");
        addIf(configured, caller.mfaSerial() != null, "mfaSerial");
        if (sourceRoles.isEmpty()) {
            addIf(configured, session.externalId() != null, "externalId");
            addIf(configured, !session.sessionTags().isEmpty(), "sessionTags");
            addIf(configured, !session.transitiveTagKeys().isEmpty(), "transitiveTagKeys");
        }
        WebIdentity.rejectUnsupported(problems, configured);
        refuseRoleName(problems, "roleArn", roleArn);
        sourceRoles.forEach(source -> refuseRoleName(problems, "sourceRoles", source));
    }

    private static void refuseRoleName(ConfigurationProblems problems, String parameter, String role) {
        if (role != null && !role.isBlank() && !role.strip().startsWith("arn:")) {
            problems.add(
                    parameter,
                    "'" + role + "' is only a role name; with a web identity token the full role ARN is required");
        }
    }

    private static void addIf(Set<String> names, boolean set, String name) {
        if (set) {
            names.add(name);
        }
    }

    /** A session that needs renewal from its first second would be renewed by every goal. */
    private static void refuseEndlessRenewal(ConfigurationProblems problems, int seconds, int minRemainingSeconds) {
        if (minRemainingSeconds < 0 || minRemainingSeconds >= seconds) {
            problems.add(
                    "minRemainingSeconds",
                    minRemainingSeconds + " is too " + (minRemainingSeconds < 0 ? "small" : "large")
                            + ", expected 0 to " + (seconds - 1) + ": the session lasts " + seconds);
        }
    }

    private static void refuseWithoutAccount(ConfigurationProblems problems, String parameter, RoleNameOrArn role) {
        role.arn()
                .filter(arn -> arn.accountId().isEmpty())
                .ifPresent(arn -> problems.add(
                        parameter,
                        "'" + arn + "' has no account ID; that is only valid with a custom STS endpoint; expected 12"
                                + " digits after iam::"));
    }
}
