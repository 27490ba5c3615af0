package io.github.assumerole.role;

import java.util.Map;
import java.util.Optional;

/** A caller, written in types of the JDK. */
public final class CallerRecord {
    private static final String ARN = "arn";
    private static final String ACCOUNT = "accountId";

    private CallerRecord() {}

    public static Map<String, String> of(Caller caller) {
        return caller.accountId()
                .map(accountId -> Map.of(ARN, caller.arn(), ACCOUNT, accountId))
                .orElseGet(() -> Map.of(ARN, caller.arn()));
    }

    public static Caller read(Map<String, String> written) {
        return new Caller(written.get(ARN), Optional.ofNullable(written.get(ACCOUNT)));
    }
}
