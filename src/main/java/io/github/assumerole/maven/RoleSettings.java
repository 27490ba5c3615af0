package io.github.assumerole.maven;

import io.github.assumerole.aws.WebIdentity;
import io.github.assumerole.role.AccountGuard;
import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.ExternalId;
import io.github.assumerole.role.MfaSerial;
import io.github.assumerole.role.PolicyArn;
import io.github.assumerole.role.RolePlan;
import io.github.assumerole.role.RoleReference;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.SessionPolicy;
import io.github.assumerole.role.SessionTags;
import io.github.assumerole.role.SourceIdentity;
import io.github.assumerole.role.Validation;
import java.io.File;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The parameters that describe a role and its session, as the POM or the command line has them. */
record RoleSettings(
        String roleArn,
        List<String> sourceRoles,
        String roleSessionName,
        int durationSeconds,
        String externalId,
        String policy,
        File policyFile,
        List<String> policyArns,
        String sourceIdentity,
        Map<String, String> sessionTags,
        List<String> transitiveTagKeys,
        String mfaSerial,
        List<String> allowedAccountIds) {

    /** Most of it may be blanks, which are not sent. */
    private static final int MAX_POLICY_BYTES = 1 << 20;

    private static final int MAX_CHAINED_SECONDS = (int) AssumeRoleRequest.MAX_CHAINED.toSeconds();

    /**
     * What is wanted; empty when no role is configured, or when something is wrong and {@code validation} knows it.
     *
     * @param defaultName the session's name when none is configured
     * @param ownEndpoint whether STS is a server of the user's own, which may know no accounts
     */
    Optional<RolePlan> read(
            Validation validation, RoleSessionName defaultName, boolean ownEndpoint, int minRemainingSeconds) {
        Optional<RoleReference> target = validation.optional("roleArn", roleArn, RoleReference::new);
        List<RoleReference> sources = validation.all("sourceRoles", sourceRoles, RoleReference::new);
        if (!ownEndpoint) {
            target.ifPresent(role -> refuseWithoutAccount(validation, "roleArn", role));
            sources.forEach(role -> refuseWithoutAccount(validation, "sourceRoles", role));
        }
        if (roleArn == null && !sources.isEmpty()) {
            validation.refuse("sourceRoles", "is set, but not roleArn, the role to assume in the end");
        }
        RoleSessionName name = validation
                .optional("roleSessionName", roleSessionName, RoleSessionName::new)
                .orElse(defaultName);
        int seconds = validation.between(
                "durationSeconds", durationSeconds, AssumeRoleRequest.MIN_SECONDS, AssumeRoleRequest.MAX_SECONDS);
        if (seconds >= AssumeRoleRequest.MIN_SECONDS) {
            refuseEndlessRenewal(
                    validation,
                    sources.isEmpty() ? seconds : Math.min(seconds, MAX_CHAINED_SECONDS),
                    minRemainingSeconds);
        }
        Optional<ExternalId> external = validation.optional("externalId", externalId, ExternalId::new);
        Optional<SessionPolicy> inline = sessionPolicy(validation);
        List<PolicyArn> managed = validation.all("policyArns", policyArns, PolicyArn::new);
        AssumeRoleRequest.checkPolicies(validation, inline, managed);
        Optional<SourceIdentity> identity = validation.optional("sourceIdentity", sourceIdentity, SourceIdentity::new);
        SessionTags tags = SessionTags.read(validation, sessionTags, transitiveTagKeys);
        Optional<MfaSerial> mfa = validation.optional("mfaSerial", mfaSerial, MfaSerial::new);
        AccountGuard guard = guard(new Validation());
        target.flatMap(RoleReference::arn).ifPresent(arn -> guard.check(validation, arn));
        return target.filter(role -> validation.isClean())
                .map(role -> new RolePlan(
                        sources,
                        role,
                        name,
                        Duration.ofSeconds(seconds),
                        external,
                        inline,
                        managed,
                        identity,
                        tags,
                        mfa));
    }

    /** A web identity token says by itself who we are; STS takes nothing else with it. */
    void refuseWithoutKeys(Validation validation) {
        Set<String> configured = new TreeSet<>();
        addIf(configured, sourceIdentity != null, "sourceIdentity");
        addIf(configured, mfaSerial != null, "mfaSerial");
        if (sourceRoles == null || sourceRoles.isEmpty()) {
            addIf(configured, externalId != null, "externalId");
            addIf(configured, sessionTags != null && !sessionTags.isEmpty(), "sessionTags");
            addIf(configured, transitiveTagKeys != null && !transitiveTagKeys.isEmpty(), "transitiveTagKeys");
        }
        WebIdentity.refuseUnsendable(validation, configured);
        refuseNameAlone(validation, "roleArn", roleArn);
        for (String source : sourceRoles == null ? List.<String>of() : sourceRoles) {
            refuseNameAlone(validation, "sourceRoles", source);
        }
    }

    private static void refuseNameAlone(Validation validation, String parameter, String role) {
        if (role != null && !role.isBlank() && !role.strip().startsWith("arn:")) {
            validation.refuse(
                    parameter,
                    "'" + role + "' is a name alone, but a web identity token has no account to"
                            + " complete it with; write the whole ARN");
        }
    }

    /** The partition that the role lies in; that of most accounts, when only its name is known. */
    String partition() {
        return roleArn != null && roleArn.strip().startsWith("arn:")
                ? roleArn.strip().split(":", 3)[1]
                : "aws";
    }

    private static void addIf(Set<String> names, boolean set, String name) {
        if (set) {
            names.add(name);
        }
    }

    /** A session that counts as old from its first second on would be renewed at every turn. */
    private static void refuseEndlessRenewal(Validation validation, int seconds, int minRemainingSeconds) {
        if (minRemainingSeconds < 0 || minRemainingSeconds >= seconds) {
            validation.refuse(
                    "minRemainingSeconds",
                    minRemainingSeconds + " is too " + (minRemainingSeconds < 0 ? "small" : "large")
                            + ", expected 0 to " + (seconds - 1) + ": the session lasts " + seconds);
        }
    }

    AccountGuard guard(Validation validation) {
        return AccountGuard.read(validation, allowedAccountIds);
    }

    private static void refuseWithoutAccount(Validation validation, String parameter, RoleReference role) {
        role.arn()
                .filter(arn -> arn.accountId().isEmpty())
                .ifPresent(arn -> validation.refuse(
                        parameter,
                        "'" + arn + "' has no account, which only a server of your own understands; expected 12 digits"
                                + " after iam::"));
    }

    private Optional<SessionPolicy> sessionPolicy(Validation validation) {
        if (policyFile == null) {
            return validation.optional("policy", policy, SessionPolicy::new);
        }
        if (policy != null) {
            validation.refuse("policyFile", "is set, and policy as well; keep one of them");
        }
        return ParameterPath.read(validation, "policyFile", policyFile)
                .flatMap(file -> sessionPolicy(validation, file));
    }

    private Optional<SessionPolicy> sessionPolicy(Validation validation, Path file) {
        try {
            if (Files.size(file) > MAX_POLICY_BYTES) {
                validation.refuse("policyFile", policyFile + " is larger than 1 MiB");
                return Optional.empty();
            }
            String text = Files.readString(file);
            if (text.isBlank()) {
                validation.refuse("policyFile", policyFile + " is empty");
                return Optional.empty();
            }
            // Not by way of the text: a line in the message has to be that of the file, leading blanks included.
            return validation.optional("policyFile", policyFile.getPath(), path -> parse(text));
        } catch (IOException unreadable) {
            validation.refuse("policyFile", "cannot read " + policyFile + ": " + reason(unreadable));
            return Optional.empty();
        }
    }

    private SessionPolicy parse(String json) {
        try {
            return new SessionPolicy(json);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(policyFile + " " + wrong.getMessage(), wrong);
        }
    }

    private static String reason(IOException unreadable) {
        if (unreadable instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (unreadable instanceof CharacterCodingException) {
            return "it is not UTF-8 text";
        }
        if (unreadable instanceof AccessDeniedException) {
            return "access is denied";
        }
        // The message of this kind is the path once more.
        return unreadable instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : unreadable.getMessage();
    }
}
