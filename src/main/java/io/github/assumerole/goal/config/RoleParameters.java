package io.github.assumerole.goal.config;

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

/** Parameters of the role and its session. */
public record RoleParameters(
        Optional<String> roleArn,
        List<String> sourceRoles,
        List<String> allowedAccountIds,
        SessionParameters session,
        CallerParameters caller) {
    private static final int DEFAULT_SECONDS = 3600;
    private static final Set<String> OF_CALLER = Set.of("sourceIdentity", "mfaSerial");

    /** What AssumeRoleWithWebIdentity does not have (STS API reference); the token contains it. */
    private static final Set<String> NOT_WITH_TOKEN =
            Set.of("sourceIdentity", "mfaSerial", "externalId", "sessionTags", "transitiveTagKeys");

    private static final int MAX_CHAINED_SECONDS = (int) AssumeRoleRequest.MAX_CHAINED.toSeconds();

    /** Rejects a missing role; one that has been rejected as empty is not missing. */
    public void requireArn(ConfigurationProblems problems) {
        if (roleArn.filter(text -> !text.isBlank()).isEmpty() && !problems.contains("roleArn")) {
            problems.add(
                    "roleArn",
                    "is missing; set <roleArn>, or -Dassume-role.roleArn=arn:aws:iam::<account>:role/<name>");
        }
    }

    /** The accounts that may be used; {@code problems} collects what is invalid. */
    public AllowedAccounts allowedAccounts(ConfigurationProblems problems) {
        return AllowedAccounts.read(problems, allowedAccountIds);
    }

    /**
     * The role to assume; empty if none is configured, or if {@code problems} has collected a problem.
     *
     * @param defaultName the session name if none is configured
     * @param customSts whether STS is a custom endpoint, whose ARNs can have no account IDs
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
            target.ifPresent(role -> rejectWithoutAccount(problems, "roleArn", role));
            sources.forEach(role -> rejectWithoutAccount(problems, "sourceRoles", role));
        }
        if (roleArn.isEmpty() && !sources.isEmpty()) {
            problems.add("sourceRoles", "is set, but roleArn is not; set <roleArn> to the last role of the chain");
        }
        RoleSessionName name = session.name().read(problems).orElse(defaultName);
        int seconds = problems.between(
                "durationSeconds",
                session.durationSeconds(),
                AssumeRoleRequest.MIN_SECONDS,
                AssumeRoleRequest.MAX_SECONDS);
        if (seconds >= AssumeRoleRequest.MIN_SECONDS) {
            rejectEndlessRenewal(
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

    /** The configured parameters that only a call for {@code roleArn} sends. */
    public Set<String> options() {
        Set<String> configured = new TreeSet<>();
        addIf(configured, session.durationSeconds() != DEFAULT_SECONDS, "durationSeconds");
        addIf(configured, session.externalId().isPresent(), "externalId");
        addIf(configured, session.policies().policy().isPresent(), "policy");
        addIf(configured, session.policies().policyFile().isPresent(), "policyFile");
        addIf(configured, !session.policies().policyArns().isEmpty(), "policyArns");
        addIf(configured, !session.sessionTags().isEmpty(), "sessionTags");
        addIf(configured, !session.transitiveTagKeys().isEmpty(), "transitiveTagKeys");
        addIf(configured, caller.sourceIdentity().isPresent(), "sourceIdentity");
        addIf(configured, caller.mfaSerial().isPresent(), "mfaSerial");
        return configured;
    }

    /** Rejects parameters that AssumeRoleWithWebIdentity, the first call with a web identity token, does not have. */
    public void rejectUnsendable(ConfigurationProblems problems) {
        Set<String> configured = options();
        configured.retainAll(sourceRoles.isEmpty() ? NOT_WITH_TOKEN : OF_CALLER);
        configured.forEach(parameter -> problems.add(
                parameter,
                "cannot be sent with a web identity token; remove it, or configure it at the token's issuer and in the"
                        + " role's trust policy"));
        roleArn.ifPresent(role -> rejectRoleName(problems, "roleArn", role));
        sourceRoles.forEach(source -> rejectRoleName(problems, "sourceRoles", source));
    }

    private static void rejectRoleName(ConfigurationProblems problems, String parameter, String role) {
        if (!role.isBlank() && !role.strip().startsWith("arn:")) {
            problems.add(
                    parameter,
                    "'" + role + "' is only a role name; with a web identity token the full role ARN is required");
        }
    }

    private static void addIf(Set<String> names, boolean configured, String name) {
        if (configured) {
            names.add(name);
        }
    }

    /** Otherwise every goal would renew the session. */
    private static void rejectEndlessRenewal(ConfigurationProblems problems, int seconds, int minRemainingSeconds) {
        if (minRemainingSeconds < 0 || minRemainingSeconds >= seconds) {
            problems.add(
                    "minRemainingSeconds",
                    minRemainingSeconds + " is too " + (minRemainingSeconds < 0 ? "small" : "large")
                            + ", expected 0 to " + (seconds - 1) + ": the session lasts " + seconds);
        }
    }

    private static void rejectWithoutAccount(ConfigurationProblems problems, String parameter, RoleNameOrArn role) {
        role.arn()
                .filter(arn -> arn.accountId().isEmpty())
                .ifPresent(arn -> problems.add(
                        parameter,
                        "'" + arn + "' has no account ID; that is only valid with a custom STS endpoint; expected 12"
                                + " digits after iam::"));
    }
}
