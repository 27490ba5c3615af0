package io.github.assumerole.maven;

import io.github.assumerole.role.AssumeRoleRequest;
import io.github.assumerole.role.ExternalId;
import io.github.assumerole.role.PolicyArn;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.RoleSessionName;
import io.github.assumerole.role.SessionPolicy;
import io.github.assumerole.role.Validation;
import java.io.File;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The parameters that describe a request, as the POM or the command line has them. */
record RoleSettings(
        String roleArn,
        String roleSessionName,
        int durationSeconds,
        String externalId,
        String policy,
        File policyFile,
        List<String> policyArns,
        boolean ownEndpoint) {

    /** The request; empty when no role is configured, or when something is wrong and {@code validation} knows it. */
    Optional<AssumeRoleRequest> read(Validation validation, String artifactId) {
        Optional<RoleArn> role = validation.optional("roleArn", roleArn, RoleArn::parse);
        role.filter(arn -> arn.accountId().isEmpty() && !ownEndpoint)
                .ifPresent(
                        arn -> validation.refuse(
                                "roleArn",
                                "'" + arn
                                        + "' has no account, which only a server of your own understands; expected 12 digits after iam::"));
        RoleSessionName name = validation
                .optional("roleSessionName", roleSessionName, RoleSessionName::new)
                .orElseGet(() -> RoleSessionName.sanitised("maven-" + artifactId));
        int seconds = validation.between(
                "durationSeconds", durationSeconds, AssumeRoleRequest.MIN_SECONDS, AssumeRoleRequest.MAX_SECONDS);
        Optional<ExternalId> external = validation.optional("externalId", externalId, ExternalId::new);
        Optional<SessionPolicy> inline = sessionPolicy(validation);
        List<PolicyArn> managed = validation.all("policyArns", policyArns, PolicyArn::new);
        AssumeRoleRequest.checkPolicies(validation, inline, managed);
        return role.filter(arn -> validation.isClean())
                .map(arn -> new AssumeRoleRequest(arn, name, Duration.ofSeconds(seconds), external, inline, managed));
    }

    private Optional<SessionPolicy> sessionPolicy(Validation validation) {
        if (policyFile == null) {
            return validation.optional("policy", policy, SessionPolicy::new);
        }
        if (policy != null) {
            validation.refuse("policyFile", "is set, and policy as well; keep one of them");
        }
        try {
            String text = Files.readString(policyFile.toPath());
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
