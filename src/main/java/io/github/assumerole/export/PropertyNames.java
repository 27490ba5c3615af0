package io.github.assumerole.export;

import io.github.assumerole.role.Secret;
import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.text.ConfigurationProblems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The names of the published properties: a prefix and the names that the AWS SDK for Java uses. */
public record PropertyNames(String prefix) {
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._-]+");

    /** Names whose value is new in each session, so that any other definition is a conflict. */
    private static final List<String> NEW_VALUES =
            List.of("accessKeyId", "secretAccessKey", "sessionToken", "expiration", "assumedRoleArn");

    public static PropertyNames under(String prefix, ConfigurationProblems problems) {
        PropertyNames names = new PropertyNames(prefix);
        if (!names.isValid()) {
            problems.add(
                    "propertyPrefix",
                    "'" + prefix + "' cannot start a property name; expected letters, digits, '.', '_' and '-'");
        }
        return names;
    }

    /** Whether the prefix is valid; otherwise it is reported as a problem. */
    public boolean isValid() {
        return prefix != null && PREFIX.matcher(prefix).matches();
    }

    public List<String> newValues() {
        return NEW_VALUES.stream().map(prefix::concat).toList();
    }

    /** The property with the path of the credentials file. */
    public String sharedCredentialsFile() {
        return prefix + "sharedCredentialsFile";
    }

    /** The property with the path of the config file. */
    public String configFile() {
        return prefix + "configFile";
    }

    /** Names and values, without the account on a server without accounts. */
    public Map<String, Secret> values(SessionCredentials credentials) {
        Map<String, Secret> values = new LinkedHashMap<>();
        values.put(prefix + "accessKeyId", Secret.of(credentials.accessKeyId()));
        values.put(prefix + "secretAccessKey", credentials.secretAccessKey());
        values.put(prefix + "sessionToken", credentials.sessionToken());
        values.put(prefix + "expiration", Secret.of(credentials.expiration().toString()));
        values.put(prefix + "assumedRoleArn", Secret.of(credentials.assumedRoleArn()));
        values.put(prefix + "region", Secret.of(credentials.region()));
        credentials.accountId().ifPresent(accountId -> values.put(prefix + "accountId", Secret.of(accountId)));
        return values;
    }
}
