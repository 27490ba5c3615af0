package io.github.assumerole.standin.sts;

import io.github.assumerole.standin.http.AwsErrorException;
import io.github.assumerole.standin.iam.IamPolicy;
import io.github.assumerole.standin.iam.Permissions;
import java.util.List;

/** The session policies of a request. */
record SessionPolicies(List<IamPolicy> policies) {
    private static final int MOST_CHARACTERS = 2048;

    /** @throws AwsErrorException when they are too long together */
    static SessionPolicies of(List<IamPolicy> policies) {
        SessionPolicies all = new SessionPolicies(List.copyOf(policies));
        if (all.packedPercent() > 100) {
            throw new AwsErrorException(
                    400,
                    "PackedPolicyTooLarge",
                    "Packed policy consumes %d%% of allotted space, please use smaller policy."
                            .formatted(all.packedPercent()));
        }
        return all;
    }

    static IamPolicy parse(String json) {
        try {
            return IamPolicy.parse(json);
        } catch (IllegalArgumentException e) {
            throw new AwsErrorException(
                    400, "MalformedPolicyDocument", "This policy contains invalid Json or syntax: " + e.getMessage());
        }
    }

    Permissions permissions() {
        return Permissions.ofSession(policies);
    }

    int packedPercent() {
        int characters =
                policies.stream().mapToInt(policy -> policy.text().length()).sum();
        return (characters * 100 + MOST_CHARACTERS - 1) / MOST_CHARACTERS;
    }
}
