package io.github.assumerole.role;

import io.github.assumerole.text.Printable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Refuses to work in any account but the allowed ones: before the call by what the ARN says, and after it by what came
 * back.
 *
 * @param allowed accounts of 12 digits; empty for no guard
 */
public record AccountGuard(Set<String> allowed) {
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    public AccountGuard {
        allowed = Set.copyOf(allowed);
    }

    /** Reads the guard from a configuration; what is wrong is refused there. */
    public static AccountGuard read(Validation validation, List<String> accountIds) {
        return new AccountGuard(Set.copyOf(new TreeSet<>(validation.all("allowedAccountIds", accountIds, id -> {
            if (!ACCOUNT.matcher(id).matches()) {
                throw new IllegalArgumentException("'" + Printable.of(id) + "' is not an account, expected 12 digits");
            }
            return id;
        }))));
    }

    /** Refuses a role of another account, before any call. */
    public void check(Validation validation, RoleArn role) {
        if (!allows(role.accountId())) {
            validation.refuse(
                    "allowedAccountIds",
                    "roleArn " + role + " lies in " + words(role.accountId()) + ", but allowed is " + list());
        }
    }

    /**
     * Refuses credentials that turn out to be of another account.
     *
     * @param whose what the account was found for, to begin the failure with
     * @throws AccessFailed when the account is another, or not known
     */
    public void check(String whose, Optional<String> accountId) {
        if (!allows(accountId)) {
            throw new AccessFailed(
                    "Refused to use " + whose,
                    "it belongs to " + words(accountId) + ", but allowedAccountIds allows " + list() + ".",
                    List.of(
                            "check which credentials and which role this build uses",
                            "if the account is right, add it to" + " <allowedAccountIds>"));
        }
    }

    private boolean allows(Optional<String> accountId) {
        return allowed.isEmpty() || accountId.filter(allowed::contains).isPresent();
    }

    private static String words(Optional<String> accountId) {
        return accountId.map(id -> "account " + id).orElse("an account that is not known");
    }

    private String list() {
        return String.join(", ", new TreeSet<>(allowed));
    }
}
