package io.github.assumerole.maven;

import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.role.Validation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The names of the published properties: a prefix, and what the AWS SDK for Java calls the values. */
record PropertyNames(String prefix) {
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._-]+");

    /** What no one can know before the call; any other definition of these is a conflict. */
    private static final List<String> UNFORESEEABLE =
            List.of("accessKeyId", "secretAccessKey", "sessionToken", "expiration", "assumedRoleArn");

    static PropertyNames under(String prefix, Validation validation) {
        PropertyNames names = new PropertyNames(prefix);
        if (!names.isValid()) {
            validation.refuse(
                    "propertyPrefix",
                    "'" + prefix
                            + "' is not the beginning of a property name; expected letters, digits, '.', '_' and '-'");
        }
        return names;
    }

    /** Whether these are names at all; where not, a configuration was refused for it. */
    boolean isValid() {
        return prefix != null && PREFIX.matcher(prefix).matches();
    }

    List<String> unforeseeable() {
        return UNFORESEEABLE.stream().map(prefix::concat).toList();
    }

    /** The name under which a later plugin finds the path of the credentials file. */
    String sharedCredentialsFile() {
        return prefix + "sharedCredentialsFile";
    }

    /** Names and values; the account is left out where the server knows none. */
    Map<String, String> values(SessionCredentials credentials) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(prefix + "accessKeyId", credentials.accessKeyId());
        values.put(prefix + "secretAccessKey", credentials.secretAccessKey().reveal());
        values.put(prefix + "sessionToken", credentials.sessionToken().reveal());
        values.put(prefix + "expiration", credentials.expiration().toString());
        values.put(prefix + "assumedRoleArn", credentials.assumedRoleArn());
        values.put(prefix + "region", credentials.region());
        credentials.accountId().ifPresent(accountId -> values.put(prefix + "accountId", accountId));
        return values;
    }
}
