package io.github.assumerole.role;

import java.util.Optional;
import java.util.function.Supplier;

/** The name of a role, with its path if it has one: {@code deployer}, {@code ci/deployer}. */
record RoleName(String text) implements RoleNameOrArn {
    private static final String EXAMPLE_ACCOUNT = "111122223333";

    RoleName {
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
        Caller known = caller.get();
        return arnOf(known.partition(), known.accountId().orElse(""), text);
    }

    private static RoleArn arnOf(String partition, String account, String name) {
        return RoleArn.parse("arn:" + partition + ":iam::" + account + ":role/" + name);
    }

    @Override
    public String toString() {
        return text;
    }
}
