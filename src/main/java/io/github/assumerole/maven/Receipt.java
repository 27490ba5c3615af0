package io.github.assumerole.maven;

import io.github.assumerole.role.Caller;
import io.github.assumerole.role.Evidence;
import io.github.assumerole.role.SessionCredentials;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A file with the role, the caller and the STS call of a session; it contains no secret. */
record Receipt(Path file) {
    private static final String WHAT = "the receipt";
    private static final String PARAMETER = "receiptFile";

    /** Deletes the receipt of an earlier build before the call. */
    void begin() {
        OutputFile.makeWay(WHAT, file, PARAMETER);
    }

    void write(RoleSession assumed, Optional<Caller> caller) {
        OutputFile.write(WHAT, file, PARAMETER, json(assumed, caller));
    }

    static String json(RoleSession assumed, Optional<Caller> caller) {
        SessionCredentials credentials = assumed.credentials();
        Evidence evidence = credentials.evidence();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("roleArn", quoted(assumed.role().toString()));
        lines.put("accountId", quoted(credentials.accountId()));
        lines.put("assumedRoleArn", quoted(credentials.assumedRoleArn()));
        lines.put("roleSessionName", quoted(assumed.name().value()));
        lines.put("callerArn", quoted(caller.map(Caller::arn)));
        lines.put("credentialsFrom", quoted(evidence.source()));
        lines.put("region", quoted(credentials.region()));
        lines.put("endpoint", quoted(evidence.endpoint()));
        lines.put("requestId", quoted(evidence.requestId()));
        lines.put("expiration", quoted(credentials.expiration().toString()));
        lines.put(
                "packedPolicySizePercent",
                evidence.packedPolicySize().map(String::valueOf).orElse("null"));
        return lines.entrySet().stream()
                .map(line -> "  " + quoted(line.getKey()) + ": " + line.getValue())
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }

    private static String quoted(Optional<String> known) {
        return known.map(Receipt::quoted).orElse("null");
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
