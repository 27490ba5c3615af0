package io.github.assumerole.goal.config;

import io.github.assumerole.role.PolicyArn;
import io.github.assumerole.role.SessionPolicies;
import io.github.assumerole.role.SessionPolicy;
import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Parameters of the session policies. */
public record PolicyParameters(Optional<String> policy, Optional<File> policyFile, List<String> policyArns) {
    private static final String POLICY_FILE = "policyFile";

    /** Most of a file can be whitespace, which is not sent. */
    private static final int MAX_POLICY_BYTES = 1 << 20;

    /** Explains a file that does not exist because its path is relative in a parent POM. */
    public void rejectMissing(ConfigurationProblems problems, InputFiles files) {
        files.read(problems, POLICY_FILE, policyFile);
    }

    SessionPolicies read(ConfigurationProblems problems) {
        Optional<SessionPolicy> inline = inline(problems);
        List<PolicyArn> managed = problems.all("policyArns", policyArns, PolicyArn::new);
        try {
            return new SessionPolicies(inline, managed);
        } catch (InvalidConfigurationException invalid) {
            problems.addAll(invalid);
            return SessionPolicies.NONE;
        }
    }

    private Optional<SessionPolicy> inline(ConfigurationProblems problems) {
        boolean explained = problems.contains(POLICY_FILE);
        if (policyFile.isEmpty()) {
            return problems.optional("policy", policy, SessionPolicy::new);
        }
        if (policy.isPresent()) {
            problems.add(POLICY_FILE, "is set, and policy as well; keep one of them");
        }
        return ParameterPath.read(problems, POLICY_FILE, policyFile)
                .filter(path -> !explained)
                .flatMap(path -> inline(problems, path));
    }

    private static Optional<SessionPolicy> inline(ConfigurationProblems problems, Path file) {
        try {
            if (Files.size(file) > MAX_POLICY_BYTES) {
                problems.add(POLICY_FILE, file + " is larger than 1 MiB, expected a session policy");
                return Optional.empty();
            }
            String text = Files.readString(file);
            if (text.isBlank()) {
                problems.add(POLICY_FILE, file + " is empty; write a session policy or remove <policyFile>");
                return Optional.empty();
            }
            // The text is not the argument because it must not be stripped: the message has a line of the file.
            return problems.optional(POLICY_FILE, file.toString(), path -> parse(path, text));
        } catch (IOException unreadable) {
            problems.add(POLICY_FILE, "cannot read " + file + ": " + reason(unreadable));
            return Optional.empty();
        }
    }

    private static SessionPolicy parse(String file, String json) {
        try {
            return new SessionPolicy(json);
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException(file + " " + invalid.getMessage(), invalid);
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
        // The message of a FileSystemException begins with the path again.
        return unreadable instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : unreadable.getMessage();
    }
}
