package io.github.assumerole.role;

import java.util.Optional;
import java.util.function.Supplier;

/** A role as it is configured: by its full ARN, or by a role name that is resolved in the caller's account. */
public sealed interface RoleNameOrArn permits RoleArn, RoleNameOrArn.RoleName {
    /** @throws IllegalArgumentException if the text is neither a role ARN nor a role name, with a valid form */
    static RoleNameOrArn parse(String text) {
        return text.startsWith("arn:") ? RoleArn.parse(text) : new RoleName(text);
    }

    /** The full ARN; empty for a role name. */
    Optional<RoleArn> arn();

    /** The full ARN, in the account and partition of {@code caller} for a role name; only then is it called. */
    RoleArn resolve(Supplier<Caller> caller);

    /** The name of a role, with its path if it has one: {@code deployer}, {@code ci/deployer}. */
    record RoleName(String text) implements RoleNameOrArn {
        private static final String EXAMPLE_ACCOUNT = "111122223333";

        public RoleName {
            if (text.contains(":") || text.startsWith("/") || text.startsWith("role/")) {
                throw Arn.invalid(
                        text,
                        "is neither an ARN nor a role name",
                        "arn:aws:iam::<12-digit account>:role/<name>, or a role name");
            }
            // A name is valid if the ARN that it resolves to is.
            arnOf("aws", EXAMPLE_ACCOUNT, text);
        }

        @Override
        public Optional<RoleArn> arn() {
            return Optional.empty();
        }

        @Override
        public RoleArn resolve(Supplier<Caller> caller) {
            Caller identity = caller.get();
            return arnOf(identity.partition(), identity.accountId().orElse(""), text);
        }

        private static RoleArn arnOf(String partition, String account, String name) {
            return RoleArn.parse("arn:" + partition + ":iam::" + account + ":role/" + name);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
