package io.github.assumerole.role;

import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.Printable;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The accounts that the build is allowed to use; checked before the call against the role ARN, and after it against the
 * credentials.
 *
 * @param ids account IDs; if there are none, all accounts are allowed
 */
public record AllowedAccounts(Set<String> ids) {
    public static final AllowedAccounts ALL = new AllowedAccounts(Set.of());

    private static final Pattern ACCOUNT_ID = Pattern.compile("[0-9]{12}");

    public AllowedAccounts {
        ids = Collections.unmodifiableSet(new TreeSet<>(ids));
    }

    /** Parses the IDs; {@code problems} collects the invalid ones. */
    public static AllowedAccounts read(ConfigurationProblems problems, List<String> accountIds) {
        return new AllowedAccounts(new TreeSet<>(problems.all("allowedAccountIds", accountIds, id -> {
            if (!ACCOUNT_ID.matcher(id).matches()) {
                throw new IllegalArgumentException(
                        "'" + Printable.of(id) + "' is not an account ID, expected 12 digits");
            }
            return id;
        })));
    }

    /** Rejects a role of any other account. */
    public void check(ConfigurationProblems problems, RoleArn role) {
        if (!allows(role.accountId())) {
            problems.add("allowedAccountIds", "roleArn " + role + " " + mismatch(role.accountId()));
        }
    }

    /**
     * Rejects credentials of any other account.
     *
     * @param credentials what they are, as in "the session arn:aws:sts::..."
     * @param accountId the account that AWS reported for them
     */
    public void check(String credentials, Optional<String> accountId) {
        if (!allows(accountId)) {
            throw new AwsAccessException(
                    "Rejected " + credentials,
                    mismatch(accountId) + ".",
                    List.of(
                            "check which credentials and which role this build uses",
                            "if the account is correct, add it to <allowedAccountIds>"));
        }
    }

    private boolean allows(Optional<String> accountId) {
        return ids.isEmpty() || accountId.filter(ids::contains).isPresent();
    }

    private String mismatch(Optional<String> accountId) {
        return "belongs to " + accountId.map(id -> "account " + id).orElse("an unknown account")
                + "; allowed accounts: " + String.join(", ", ids);
    }
}
