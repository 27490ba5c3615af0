package io.github.assumerole.goal;

import io.github.assumerole.export.OutputFile;
import io.github.assumerole.role.Caller;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.SessionCredentials.IssueDetails;
import io.github.assumerole.text.JsonWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A file with the role, the caller and the STS call of a session; it contains no secret. */
record Receipt(Path file) {
    private static final String DESCRIPTION = "the receipt";
    private static final String PARAMETER = "receiptFile";

    /** Deletes the receipt of an earlier build before the call. */
    void deleteOld() {
        OutputFile.deleteExisting(DESCRIPTION, file, PARAMETER);
    }

    void write(RoleSession assumed, Optional<Caller> caller) {
        OutputFile.write(DESCRIPTION, file, PARAMETER, json(assumed, caller));
    }

    static String json(RoleSession assumed, Optional<Caller> caller) {
        SessionCredentials credentials = assumed.credentials();
        IssueDetails evidence = credentials.evidence();
        Map<String, Object> receipt = new LinkedHashMap<>();
        receipt.put("roleArn", assumed.role());
        receipt.put("accountId", credentials.accountId());
        receipt.put("assumedRoleArn", credentials.assumedRoleArn());
        receipt.put("roleSessionName", assumed.name().value());
        receipt.put("callerArn", caller.map(Caller::arn));
        receipt.put("credentialsFrom", evidence.source());
        receipt.put("region", credentials.region());
        receipt.put("endpoint", evidence.endpoint());
        receipt.put("requestId", evidence.requestId());
        receipt.put("expiration", credentials.expiration());
        receipt.put("packedPolicySizePercent", evidence.packedPolicySize());
        return JsonWriter.linesOf(receipt);
    }
}
