package io.github.assumerole.standin;

import io.github.assumerole.standin.iam.Account;
import io.github.assumerole.standin.iam.IamPolicy;
import io.github.assumerole.standin.iam.User;
import java.util.Optional;

public final class UserBuilder {
    private static final String MAY_ASSUME_ROLES =
            """
            {"Version": "2012-10-17",
             "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*"}}
            """;

    private final String name;
    private IamPolicy policy = IamPolicy.parse(MAY_ASSUME_ROLES);
    private Optional<User.MfaDevice> mfa = Optional.empty();

    UserBuilder(String name) {
        this.name = name;
    }

    /** The identity policy of the user. Default: {@code sts:AssumeRole} on all resources. */
    public UserBuilder policy(String json) {
        policy = IamPolicy.parse(json);
        return this;
    }

    public UserBuilder mfa(String serialNumber, String acceptedCode) {
        mfa = Optional.of(new User.MfaDevice(serialNumber, acceptedCode));
        return this;
    }

    User build(Account account) {
        return new User(account, name, policy, mfa);
    }
}
