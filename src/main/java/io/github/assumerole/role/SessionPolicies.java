package io.github.assumerole.role;

import io.github.assumerole.text.ConfigurationProblems;
import io.github.assumerole.text.InvalidConfigurationException;
import java.util.List;
import java.util.Optional;

/**
 * The session policies of a request: one inline and up to 10 managed ones, with at most 2048 characters together (STS
 * API reference, AssumeRole, Policy and PolicyArns).
 *
 * @param managed their ARNs
 */
public record SessionPolicies(Optional<SessionPolicy> inline, List<PolicyArn> managed) {
    public static final SessionPolicies NONE = new SessionPolicies(Optional.empty(), List.of());

    private static final int MAX_MANAGED = 10;

    /** @throws InvalidConfigurationException naming the parameter {@code policyArns} */
    public SessionPolicies {
        managed = List.copyOf(managed);
        ConfigurationProblems limits = new ConfigurationProblems();
        if (managed.size() > MAX_MANAGED) {
            limits.add("policyArns", "has " + managed.size() + " entries, expected at most " + MAX_MANAGED);
        }
        int inlineLength = inline.map(policy -> policy.json().length()).orElse(0);
        int managedLength =
                managed.stream().mapToInt(arn -> arn.value().length()).sum();
        if (inlineLength + managedLength > SessionPolicy.MAX_LENGTH) {
            limits.add(
                    "policyArns",
                    "has " + managedLength + " characters" + (inlineLength > 0 ? ", and policy " + inlineLength : "")
                            + "; together expected at most " + SessionPolicy.MAX_LENGTH);
        }
        limits.throwIfAny();
    }
}
